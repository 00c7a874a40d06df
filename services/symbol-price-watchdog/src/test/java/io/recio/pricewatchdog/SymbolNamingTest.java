package io.recio.pricewatchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SymbolNamingTest {

    @Test
    void namesTheInstanceAndItsPortAfterTheSymbol() {
        SmallRyeConfig config = config(Map.of("recio.symbol", "eth"));

        assertThat(config.getValue("recio.service.name", String.class)).isEqualTo("symbol-price-watchdog-eth");
        assertThat(config.getValue("quarkus.http.port", Integer.class)).isEqualTo(8008);
    }

    @Test
    void watchesBitcoinUnlessToldOtherwise() {
        SmallRyeConfig config = config(Map.of());

        assertThat(config.getValue("recio.symbol", String.class)).isEqualTo("BTC");
        assertThat(config.getValue("recio.service.name", String.class)).isEqualTo("symbol-price-watchdog-btc");
        assertThat(config.getValue("quarkus.http.port", Integer.class)).isEqualTo(8006);
    }

    @Test
    void leavesAnythingSetExplicitlyAlone() {
        SmallRyeConfig config = config(Map.of("recio.symbol", "ETH", "quarkus.http.port", "9000"));

        assertThat(config.getValue("quarkus.http.port", Integer.class)).isEqualTo(9000);
    }

    @Test
    void refusesWhatIsNoSymbol() {
        assertThatThrownBy(() -> config(Map.of("recio.symbol", "btc-usd")))
                .hasMessage("symbol must be 2 to 10 capitals or digits, was 'BTC-USD'");
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new SymbolNaming())
                .withSources(new io.smallrye.config.PropertiesConfigSource(settings, "test", 300))
                .build();
    }
}
