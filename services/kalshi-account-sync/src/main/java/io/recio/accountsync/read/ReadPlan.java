package io.recio.accountsync.read;

import io.recio.accountsync.AccountSyncConfig;
import io.recio.accountsync.read.ReadOutcome.Failed;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which read is due. One is under way at a time; a failed one is repeated after a pause that doubles; news reach back
 * behind the read before, because the exchange may show a fill later than it happened.
 *
 * <p>Times are of the monotonic clock. Not thread-safe.
 */
public final class ReadPlan {

    /** Orders that one page holds: up to so many are read whole each time, which costs no more. */
    private static final int FEW_ORDERS = 1000;

    /** Beyond the overlap, for the difference of our clock and the exchange's. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 10;

    private final AccountSyncConfig config;
    private final Deque<ReadStart> successes = new ArrayDeque<>();

    private boolean reading;
    private int failures;
    private boolean everyOrder;
    private long notBefore;
    private long wholeDue;
    private long newsDue;
    private long payoutsDue;
    private boolean payoutsWanted;
    private Optional<Long> holdingsDue = Optional.empty();

    /** Everything is due at once. */
    public ReadPlan(AccountSyncConfig config, long now) {
        this.config = config;
        this.notBefore = now;
        this.wholeDue = now;
        this.newsDue = now;
        this.payoutsDue = now;
    }

    /** The stream stands anew: what happened without it must be read. Everything, unless that was done just now. */
    public void resubscribed(long now) {
        newsDue = now;
        long spaced = successes.isEmpty()
                ? now
                : successes.getLast().nanos() + config.newsInterval().toNanos();
        wholeDue = Math.min(wholeDue, Math.max(now, spaced));
    }

    /** Something was missed or cannot be right. */
    public void newsWanted(long now) {
        newsDue = Math.min(newsDue, now);
    }

    /** Positions and money have moved. */
    public void holdingsWanted(long now) {
        if (holdingsDue.isEmpty()) {
            holdingsDue = Optional.of(now + config.holdingsDelay().toNanos());
        }
    }

    /** A market of ours was paid out. */
    public void payoutsWanted(long now) {
        payoutsWanted = true;
        payoutsDue = now;
    }

    /**
     * What to read now; asked again once that has ended.
     *
     * @param awaitsPayout whether settlements are looked for more often
     */
    public Optional<ReadScope> next(long now, boolean awaitsPayout) {
        if (reading || now - notBefore < 0) {
            return Optional.empty();
        }
        if (now - wholeDue >= 0) {
            return Optional.of(ReadScope.WHOLE);
        }
        if ((awaitsPayout || payoutsWanted) && now - payoutsDue >= 0) {
            return Optional.of(ReadScope.PAYOUTS);
        }
        if (now - newsDue >= 0) {
            return Optional.of(ReadScope.NEWS);
        }
        return holdingsDue.filter(due -> now - due >= 0).map(due -> ReadScope.HOLDINGS);
    }

    /** Where lists begin. */
    public Optional<BusinessTime> since(ReadScope scope) {
        if (scope == ReadScope.WHOLE || successes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(successes.getFirst().business().minus(CLOCK_MARGIN));
    }

    /** Whether there are so few orders that all are read each time. */
    public boolean readsEveryOrder() {
        return everyOrder;
    }

    /** The read has begun; what it covers is not due again meanwhile. */
    public void began(ReadScope scope, long now) {
        reading = true;
        if (scope != ReadScope.HOLDINGS) {
            payoutsWanted = false;
        }
        payoutsDue = now + config.payoutInterval().toNanos();
        switch (scope) {
            case WHOLE -> {
                wholeDue = now + config.wholeInterval().toNanos();
                newsDue = now + config.newsInterval().toNanos();
                holdingsDue = Optional.empty();
            }
            case NEWS -> {
                newsDue = now + config.newsInterval().toNanos();
                holdingsDue = Optional.empty();
            }
            case HOLDINGS -> {
                holdingsDue = Optional.empty();
            }
            case PAYOUTS -> {}
        }
    }

    /** Where news begin moves on only past what could be read completely. */
    public void ended(Reading reading) {
        this.reading = false;
        failures = 0;
        if (reading.everyOrder()) {
            everyOrder = reading.orders().size() <= FEW_ORDERS;
        }
        if (reading.confirms()) {
            remember(reading.request().start());
        }
    }

    public void ended(Failed failed, long now) {
        reading = false;
        long pause = config.firstPause().toNanos() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        notBefore = now
                + Math.max(
                        failed.pause().toNanos(),
                        Math.min(pause, config.longestPause().toNanos()));
        switch (failed.request().scope()) {
            case WHOLE -> wholeDue = notBefore;
            case NEWS -> newsDue = notBefore;
            case HOLDINGS -> holdingsDue = Optional.of(notBefore);
            case PAYOUTS -> payoutsDue = notBefore;
        }
    }

    /** The oldest success kept is the newest one that lies at least the overlap back. */
    private void remember(ReadStart start) {
        successes.addLast(start);
        long reach = start.nanos() - config.overlap().toNanos();
        while (successes.size() > 1 && secondOldest().nanos() - reach <= 0) {
            successes.removeFirst();
        }
    }

    private ReadStart secondOldest() {
        return successes.stream().skip(1).findFirst().orElseThrow();
    }
}
