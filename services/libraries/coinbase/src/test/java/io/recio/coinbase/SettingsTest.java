package io.recio.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void addressesThePublicHostsBySecuredConnections() {
        RequestOptions feed = Settings.address(new RequestOptions(), FeedSettings.PUBLIC_URL, "/");
        RequestOptions rest =
                Settings.address(new RequestOptions(), URI.create("http://localhost:8100/coinbase/"), "/products");

        assertThat(feed.getHost()).isEqualTo("ws-feed.exchange.coinbase.com");
        assertThat(feed.getPort()).isEqualTo(443);
        assertThat(feed.isSsl()).isTrue();
        assertThat(feed.getURI()).isEqualTo("/");
        assertThat(Settings.address(new RequestOptions(), URI.create("ws://localhost"), "/")
                        .isSsl())
                .isFalse();
        assertThat(rest.getPort()).isEqualTo(8100);
        assertThat(rest.isSsl()).isFalse();
        assertThat(rest.getURI()).isEqualTo("/coinbase/products");
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> FeedSettings.of(URI.create("https://a.example"), List.of(Payloads.BTC)))
                .hasMessage("feed url must be ws://… or wss://… with a host, was 'https://a.example'");
        assertThatThrownBy(() -> FeedSettings.of(FeedSettings.PUBLIC_URL, List.of()))
                .hasMessage("products must name at least one product, was empty");
        assertThatThrownBy(() -> new RestSettings(RestSettings.PUBLIC_URL, Duration.ZERO, 5, 10))
                .hasMessage("timeout must be positive, was PT0S");
        assertThatThrownBy(() -> new RestSettings(RestSettings.PUBLIC_URL, Duration.ofSeconds(1), 11, 10))
                .hasMessage("requestsPerSecond must be 1 to 10, the exchange's limit, was 11");
        assertThatThrownBy(() -> new ProductId("bitcoin")).hasMessage("product must look like BTC-USD, was 'bitcoin'");
    }
}
