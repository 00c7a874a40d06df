package io.recio.kalshi.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.recio.domain.time.SystemClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * One token bucket and those who wait for it: urgent first, then in order of arrival.
 *
 * <p>What is not urgent leaves a fifth of the capacity, at most 20 tokens (two closes or ten cancels), untouched.
 * Not thread safe; it never waits by itself.
 */
final class TokenQueue {

    private static final long LARGEST_RESERVE = 20;
    private static final Comparator<Ticket> ORDER =
            Comparator.comparing((Ticket ticket) -> !ticket.urgent).thenComparingLong(ticket -> ticket.arrival);

    private final Bucket bucket;
    private final PriorityQueue<Ticket> waiting = new PriorityQueue<>(ORDER);

    private AccountLimits.Bucket limit;
    private long arrivals;

    TokenQueue(AccountLimits.Bucket limit, SystemClock clock) {
        this.limit = limit;
        this.bucket = Bucket.builder()
                .addLimit(bandwidth(limit))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    Ticket join(long tokens, boolean urgent) {
        Ticket ticket = new Ticket(tokens, urgent, arrivals++);
        waiting.add(ticket);
        return ticket;
    }

    void leave(Ticket ticket) {
        waiting.remove(ticket);
    }

    /** Takes the ticket's tokens when it is its turn. Zero when taken; otherwise when to ask again at the latest. */
    Duration poll(Ticket ticket) {
        Ticket first = waiting.peek();
        if (first == null) {
            throw new IllegalStateException("ticket must wait in the queue, none does");
        }
        if (first != ticket) {
            return atLeastAMillisecond(timeFor(first));
        }
        Duration wait = timeFor(ticket);
        if (wait.isZero() && bucket.tryConsume(ticket.tokens)) {
            waiting.remove();
            return Duration.ZERO;
        }
        return atLeastAMillisecond(wait);
    }

    /** Empties the bucket: the exchange says that ours was too full. */
    void drain() {
        bucket.tryConsumeAsMuchAsPossible();
    }

    void resize(AccountLimits.Bucket newLimit) {
        if (!newLimit.equals(limit)) {
            limit = newLimit;
            bucket.replaceConfiguration(
                    BucketConfiguration.builder().addLimit(bandwidth(newLimit)).build(),
                    TokensInheritanceStrategy.AS_IS);
        }
    }

    private Duration timeFor(Ticket ticket) {
        long needed = Math.min(ticket.tokens + (ticket.urgent ? 0 : reserve()), limit.capacity());
        return Duration.ofNanos(bucket.estimateAbilityToConsume(needed).getNanosToWaitForRefill());
    }

    private long reserve() {
        return Math.min(LARGEST_RESERVE, limit.capacity() / 5);
    }

    private static Duration atLeastAMillisecond(Duration wait) {
        Duration least = Duration.ofMillis(1);
        return wait.compareTo(least) < 0 ? least : wait;
    }

    private static Bandwidth bandwidth(AccountLimits.Bucket limit) {
        return Bandwidth.builder()
                .capacity(limit.capacity())
                .refillGreedy(limit.refillRate(), Duration.ofSeconds(1))
                .build();
    }

    /** A place in the queue. */
    static final class Ticket {

        private final long tokens;
        private final boolean urgent;
        private final long arrival;

        private Ticket(long tokens, boolean urgent, long arrival) {
            this.tokens = tokens;
            this.urgent = urgent;
            this.arrival = arrival;
        }
    }

    private record ClockMeter(SystemClock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
