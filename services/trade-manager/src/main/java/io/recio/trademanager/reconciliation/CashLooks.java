package io.recio.trademanager.reconciliation;

import io.recio.domain.money.Money;
import io.recio.domain.time.SystemTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges two looks at the cash in a row: one may catch a payout on its way, two that agree do not. */
final class CashLooks {

    /** What two looks say together. */
    sealed interface Verdict {

        /** Not two looks yet, or they say different things. */
        record Undecided() implements Verdict {}

        /** Both found no more than rounding. */
        record Agreed() implements Verdict {}

        /** @param unexplained the same amount at both looks */
        record Differing(Money unexplained) implements Verdict {}
    }

    private @Nullable SystemTime lastLook;
    private Optional<Optional<Money>> last = Optional.empty();

    boolean isNew(SystemTime reconciledAt) {
        return !reconciledAt.equals(lastLook);
    }

    /** Passes over a reconciliation during which something is under way: it says nothing, and ends a row of looks. */
    void skip(SystemTime reconciledAt) {
        lastLook = reconciledAt;
        last = Optional.empty();
    }

    /** @param unexplained empty when rounding explains all */
    Verdict look(SystemTime reconciledAt, Optional<Money> unexplained) {
        Optional<Optional<Money>> before = last;
        lastLook = reconciledAt;
        last = Optional.of(unexplained);
        if (before.isEmpty() || !before.get().equals(unexplained)) {
            return new Verdict.Undecided();
        }
        return unexplained.<Verdict>map(Verdict.Differing::new).orElseGet(Verdict.Agreed::new);
    }
}
