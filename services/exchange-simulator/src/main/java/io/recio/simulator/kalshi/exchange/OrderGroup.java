package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Orders that may together match only so much within fifteen seconds (EXCHANGES, section A9). */
public final class OrderGroup {

    private static final Duration WINDOW = Duration.ofSeconds(15);

    private record Matched(BusinessTime at, Quantity quantity) {}

    private final String id;
    private final int exchangeIndex;
    private final Deque<Matched> matched = new ArrayDeque<>();
    private Quantity limit;
    private boolean triggered;

    OrderGroup(String id, int exchangeIndex, Quantity limit) {
        this.id = id;
        this.exchangeIndex = exchangeIndex;
        this.limit = limit;
    }

    public String id() {
        return id;
    }

    public int exchangeIndex() {
        return exchangeIndex;
    }

    public Quantity limit() {
        return limit;
    }

    /** Whether its orders are cancelled and new ones refused until it is reset. */
    public boolean isTriggered() {
        return triggered;
    }

    /** Counts a match; answers whether the sum now exceeds the limit. */
    boolean match(Quantity quantity, BusinessTime now) {
        matched.addLast(new Matched(now, quantity));
        return exceeds(now);
    }

    /** Takes a new limit; answers whether the sum already exceeds it. */
    boolean limit(Quantity newLimit, BusinessTime now) {
        limit = newLimit;
        return exceeds(now);
    }

    void trigger() {
        triggered = true;
    }

    void reset() {
        triggered = false;
        matched.clear();
    }

    private boolean exceeds(BusinessTime now) {
        BusinessTime oldest = now.minus(WINDOW);
        while (!matched.isEmpty() && !matched.getFirst().at().isAfter(oldest)) {
            matched.removeFirst();
        }
        long sum = matched.stream().mapToLong(match -> match.quantity().units()).sum();
        return sum > limit.units();
    }
}
