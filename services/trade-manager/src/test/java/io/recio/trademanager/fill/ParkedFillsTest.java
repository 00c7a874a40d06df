package io.recio.trademanager.fill;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Side;
import io.recio.domain.time.SystemTime;
import io.recio.trademanager.trade.TestTrades;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParkedFillsTest {

    private static final SystemTime RECORDED = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));

    private final ParkedFills parked = new ParkedFills();
    private final ArrivedFill fill = new ArrivedFill(TestTrades.fill("a", Side.YES, "1"), RECORDED, Optional.empty());

    @Test
    void waitsForTwoReadsThatBeganAfterTheFillAndTwoSecondsApart() {
        assertThat(look(-500)).as("before the fill").isEmpty();
        assertThat(look(1000)).as("the first").isEmpty();
        assertThat(look(1000)).as("the first again").isEmpty();
        assertThat(look(2999)).as("too soon").isEmpty();
        assertThat(look(3000)).containsExactly(fill);
    }

    @Test
    void knowsNothingWithoutARead() {
        assertThat(parked.nobodys(List.of(fill), true, Optional.empty())).isEmpty();
    }

    @Test
    void forgetsAFillThatWasExplained() {
        look(1000);
        parked.nobodys(List.of(), true, Optional.of(at(2000)));
        assertThat(look(3000)).as("the first anew").isEmpty();
    }

    @Test
    void remembersAFillThatAPartialLookDoesNotShow() {
        look(1000);
        parked.nobodys(List.of(), false, Optional.of(at(2000)));
        assertThat(look(3000)).containsExactly(fill);
    }

    private List<ArrivedFill> look(long readMillis) {
        return parked.nobodys(List.of(fill), true, Optional.of(at(readMillis)));
    }

    private static SystemTime at(long millis) {
        return RECORDED.plus(Duration.ofMillis(millis));
    }
}
