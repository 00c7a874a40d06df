package io.recio.trademanager.reconciliation;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.SystemTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges two looks in a row: one may catch a fill on its way, two that agree do not. */
final class PositionLooks {

    /** What two looks say together. */
    sealed interface Verdict {

        /** Not two looks yet, or they say different things. */
        record Undecided() implements Verdict {}

        /** Both found no difference. */
        record Agreed() implements Verdict {}

        /** @param lasting by market, the same amount at both looks */
        record Differing(SortedMap<MarketTicker, PositionDifference> lasting) implements Verdict {}
    }

    private @Nullable SystemTime lastLook;
    private SortedMap<MarketTicker, PositionDifference> lastDifferences = new TreeMap<>();

    /** Whether this reconciliation has not been looked at. */
    boolean isNew(SystemTime reconciledAt) {
        return !reconciledAt.equals(lastLook);
    }

    /** @param reconciledAt which reconciliation of account sync is looked at; each counts once */
    Verdict look(SystemTime reconciledAt, SortedMap<MarketTicker, PositionDifference> differences) {
        boolean first = lastLook == null;
        SortedMap<MarketTicker, PositionDifference> before = lastDifferences;
        lastLook = reconciledAt;
        lastDifferences = differences;
        if (first) {
            return new Verdict.Undecided();
        }
        if (before.isEmpty() && differences.isEmpty()) {
            return new Verdict.Agreed();
        }
        SortedMap<MarketTicker, PositionDifference> lasting = new TreeMap<>();
        differences.forEach((ticker, difference) -> Optional.ofNullable(before.get(ticker))
                .filter(earlier -> earlier.missing().equals(difference.missing()))
                .ifPresent(earlier -> lasting.put(ticker, difference)));
        return lasting.isEmpty() ? new Verdict.Undecided() : new Verdict.Differing(lasting);
    }
}
