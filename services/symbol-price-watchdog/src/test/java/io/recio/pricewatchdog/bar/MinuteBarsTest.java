package io.recio.pricewatchdog.bar;

import static io.recio.pricewatchdog.Prints.at;
import static io.recio.pricewatchdog.Prints.candle;
import static io.recio.pricewatchdog.Prints.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.pricewatchdog.bar.MinuteBars.Missing;
import org.junit.jupiter.api.Test;

class MinuteBarsTest {

    private final MinuteBars bars = new MinuteBars();

    @Test
    void givesAMinuteOnceTwoSecondsAfterItsEnd() {
        bars.add(trade(1, -1, "90"));
        bars.add(trade(2, 0, "100"));
        bars.add(trade(3, 20, "110"));
        bars.add(trade(4, 40, "95"));
        bars.add(trade(5, 59.9, "101"));
        bars.heard(at(61.9));
        assertThat(bars.ended()).isEmpty();
        bars.heard(at(62));

        assertThat(bars.ended()).containsExactly(candle(0, "100", "110", "95", "101", "2.0"));
        assertThat(bars.ended()).isEmpty();
    }

    @Test
    void asksForTheMinuteInWhichItBeganToListen() {
        bars.add(trade(1, 30, "100"));
        bars.heard(at(61));
        assertThat(bars.missing()).isEmpty();
        bars.heard(at(62));

        assertThat(bars.ended()).isEmpty();
        assertThat(bars.missing()).contains(new Missing(at(0), at(60)));
        assertThat(bars.missing()).isEmpty();
    }

    @Test
    void asksForAllMinutesOfALossAndGivesNoneOfThem() {
        bars.add(trade(1, -30, "100"));
        bars.heard(at(2));
        bars.missing();
        bars.add(trade(2, 10, "100"));
        bars.lost(at(20), at(130));
        bars.add(trade(3, 130, "100"));
        bars.add(trade(4, 185, "101"));
        assertThat(bars.missing()).contains(new Missing(at(0), at(180)));
        bars.heard(at(242));

        assertThat(bars.ended()).containsExactly(candle(3, "101", "101", "101", "101", "0.5"));
    }
}
