package io.recio.tradeexecutor.funds;

import io.recio.domain.money.Money;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Whether and how much is moved to a shard that has too little; pure. */
final class TransferRules {

    /** Less is not worth a call. */
    private static final Money LEAST = Money.ofCents(100);

    private static final long UNITS_PER_CENT = Money.ofCents(1).units();

    private TransferRules() {}

    /** What to move. */
    record Move(int from, int to, Money amount) {}

    /**
     * From the shard that has most, what is missing or what is there, in whole cents.
     *
     * @param balances by shard
     * @param shard where orders will draw on
     * @param target what shall be there
     */
    static Optional<Move> move(Map<Integer, Money> balances, int shard, Money target) {
        Money missing = target.minus(balances.getOrDefault(shard, Money.ZERO));
        return balances.entrySet().stream()
                .filter(other -> other.getKey() != shard)
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(richest -> new Move(richest.getKey(), shard, wholeCents(smaller(missing, richest.getValue()))))
                .filter(move -> move.amount().compareTo(LEAST) >= 0);
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Money wholeCents(Money amount) {
        return new Money(Math.floorDiv(amount.units(), UNITS_PER_CENT) * UNITS_PER_CENT);
    }
}
