package io.recio.pricewatchdog.alert;

import static io.recio.pricewatchdog.Prints.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PriceAlertsTest {

    private final PriceAlerts alerts =
            new PriceAlerts(Symbol.BTC, 1.0, 60, List.of(SpotPrice.of("100000")), Duration.ofSeconds(10));

    @Test
    void tellsAMoveOnceUntilItHasCalmed() {
        assertThat(move(0.99)).isEmpty();
        assertThat(move(-1.0)).hasSize(1);
        assertThat(move(-1.4)).isEmpty();
        assertThat(move(0.5)).isEmpty();
        assertThat(move(0.49)).isEmpty();
        assertThat(move(1.2)).hasSize(1);
    }

    @Test
    void saysHowFarThePriceMoved() {
        assertThat(move(-1.25))
                .containsExactly(new PriceAlert(
                        Severity.WARNING,
                        "PRICE_MOVE",
                        "BTC moved -1.25 % in 60 s to 90000.00",
                        Map.of("symbol", "BTC", "percent", -1.25, "seconds", 60, "price", "90000.00"),
                        at(0)));
    }

    @Test
    void tellsACrossingInEitherDirectionButNotTheChatterAroundTheLevel() {
        assertThat(price("99990")).isEmpty();
        assertThat(price("100001")).containsExactly("BTC went above 100000.00");
        assertThat(price("99999")).isEmpty();
        assertThat(price("100002")).isEmpty();
        assertThat(price("100050")).isEmpty();
        assertThat(price("99990")).containsExactly("BTC went below 100000.00");
    }

    @Test
    void tellsASilenceOnceUntilSomethingTimelyIsHeard() {
        assertThat(alerts.silence(Duration.ofSeconds(10), at(10))).isEmpty();
        assertThat(alerts.silence(Duration.ofMillis(10_001), at(10))).isPresent();
        assertThat(alerts.silence(Duration.ofSeconds(12), at(12))).isEmpty();
        assertThat(alerts.heard(at(0), at(1), false)).isEmpty();
        assertThat(alerts.silence(Duration.ofSeconds(14), at(14))).isEmpty();
        assertThat(alerts.heard(at(1), at(15), true)).isEmpty();
        assertThat(alerts.silence(Duration.ofSeconds(11), at(26))).isPresent();
    }

    @Test
    void tellsAGapThatNobodyNoticedWhileItLasted() {
        assertThat(alerts.heard(null, at(0), true)).isEmpty();
        assertThat(alerts.heard(at(0), at(10), true)).isEmpty();
        assertThat(alerts.heard(at(10), at(21), true))
                .get()
                .extracting(PriceAlert::code, PriceAlert::facts)
                .containsExactly("FEED_GAP", Map.of("symbol", "BTC", "seconds", 11L));
    }

    private List<PriceAlert> move(double percent) {
        return alerts.price(SpotPrice.of("90000"), OptionalDouble.of(percent), at(0));
    }

    private List<String> price(String dollars) {
        return alerts.price(SpotPrice.of(dollars), OptionalDouble.empty(), at(0)).stream()
                .map(PriceAlert::message)
                .toList();
    }
}
