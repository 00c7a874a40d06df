package io.recio.pricewatchdog.bar;

import static io.recio.pricewatchdog.Prints.at;
import static io.recio.pricewatchdog.Prints.candle;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.price.SpotPrice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Changes changes = new Changes();

    @Test
    void comparesWithTheLastMinuteThatHadEndedThen() {
        changes.add(List.of(candle(0, "1", "200", "1", "200", "1"), candle(1, "1", "999", "1", "999", "1")));

        assertThat(changes.percentSince(HOUR, SpotPrice.of("203"), at(3600 + 119)))
                .hasValue(1.5);
    }

    @Test
    void isAbsentWhenTheLastMinuteIsTooOldOrUnknown() {
        assertThat(changes.percentSince(HOUR, SpotPrice.of("203"), at(3600))).isEmpty();
        changes.add(List.of(candle(0, "1", "200", "1", "200", "1")));

        assertThat(changes.percentSince(HOUR, SpotPrice.of("203"), at(3600 + 660)))
                .hasValue(1.5);
        assertThat(changes.percentSince(HOUR, SpotPrice.of("203"), at(3600 + 661)))
                .isEmpty();
    }
}
