package io.recio.trademanager.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.SystemTime;
import io.recio.trademanager.reconciliation.PositionLooks.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PositionLooksTest {

    private static final MarketTicker A = new MarketTicker("A");
    private static final MarketTicker B = new MarketTicker("B");
    private static final PositionDifference ONE_MISSING = difference("10.00", "9.00");

    private final PositionLooks looks = new PositionLooks();
    private int second;

    @Test
    void agreesAfterTwoLooksWithoutADifference() {
        assertThat(look(Map.of())).isEqualTo(new Verdict.Undecided());
        assertThat(look(Map.of())).isEqualTo(new Verdict.Agreed());
    }

    @Test
    void differsOnlyWhenTwoLooksFindTheSameAmountMissing() {
        assertThat(look(Map.of(A, ONE_MISSING))).isEqualTo(new Verdict.Undecided());
        assertThat(look(Map.of(A, difference("10.00", "8.00"), B, ONE_MISSING)))
                .as("something is on its way")
                .isEqualTo(new Verdict.Undecided());
        assertThat(look(Map.of(B, difference("4.00", "3.0"))))
                .as("both sides traded on, one is still missing")
                .isEqualTo(new Verdict.Differing(new TreeMap<>(Map.of(B, difference("4.00", "3.0")))));
    }

    @Test
    void needsTwoAgreeingLooksAfterADifference() {
        look(Map.of(A, ONE_MISSING));
        look(Map.of(A, ONE_MISSING));
        assertThat(look(Map.of())).isEqualTo(new Verdict.Undecided());
        assertThat(look(Map.of())).isEqualTo(new Verdict.Agreed());
    }

    @Test
    void countsAReconciliationOnce() {
        look(Map.of());
        assertThat(looks.isNew(at(second))).isFalse();
        assertThat(looks.isNew(at(second + 1))).isTrue();
    }

    private Verdict look(Map<MarketTicker, PositionDifference> differences) {
        SortedMap<MarketTicker, PositionDifference> sorted = new TreeMap<>(differences);
        return looks.look(at(++second), sorted);
    }

    private static SystemTime at(int seconds) {
        return SystemTime.of(Instant.ofEpochSecond(seconds));
    }

    private static PositionDifference difference(String ours, String exchange) {
        return new PositionDifference(new BigDecimal(ours), new BigDecimal(exchange));
    }
}
