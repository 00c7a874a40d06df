package io.recio.apiwatchdog.market;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the books of one event can be believed (PRODUCT, section 3): by socket while each book wanted is there and
 * gap-free, otherwise by REST for 5 s after a whole read. Doubt counts at once, belief only when complete.
 */
final class BookFeedState {

    static final Duration REST_LIMIT = Duration.ofSeconds(5);

    private final Set<MarketTicker> wanted = new HashSet<>();
    private final Set<MarketTicker> missing = new HashSet<>();
    private String reason = "not subscribed yet";
    private long missingSince;
    private @Nullable SystemTime readAt;
    private @Nullable Long askedAt;
    private SystemTime heardAt;

    BookFeedState(long nanos, SystemTime now) {
        this.missingSince = nanos;
        this.heardAt = now;
    }

    /** From now on these books are wanted, and no others. */
    void want(Set<MarketTicker> tickers, long nanos) {
        wanted.retainAll(tickers);
        missing.retainAll(tickers);
        for (MarketTicker ticker : tickers) {
            if (wanted.add(ticker)) {
                lose(ticker, "waiting for snapshots", nanos);
            }
        }
    }

    /** The stream has the book, gap-free. */
    void held(MarketTicker ticker) {
        missing.remove(ticker);
        if (isComplete()) {
            readAt = null;
        }
    }

    void lost(MarketTicker ticker, String why, long nanos) {
        if (wanted.contains(ticker)) {
            lose(ticker, why, nanos);
        }
    }

    void disconnected(String why, long nanos) {
        wanted.forEach(ticker -> lose(ticker, why, nanos));
        reason = why;
    }

    boolean isMissing(MarketTicker ticker) {
        return missing.contains(ticker);
    }

    boolean isComplete() {
        return !wanted.isEmpty() && missing.isEmpty();
    }

    /** Whether REST should be asked now: the stream has been in doubt for so long. */
    boolean needsRead(long nanos, Duration after, Duration interval) {
        Long asked = askedAt;
        return !missing.isEmpty()
                && nanos - missingSince >= after.toNanos()
                && (asked == null || nanos - asked >= interval.toNanos());
    }

    void asked(long nanos) {
        askedAt = nanos;
    }

    /** REST told these books, as they were at the moment or later. */
    void read(Collection<MarketTicker> tickers, SystemTime at) {
        if (!isComplete() && tickers.containsAll(missing)) {
            readAt = at;
        }
    }

    /**
     * What can be said now.
     *
     * @param silence of the stream; empty without a connection
     */
    FeedRow row(SystemTime now, Optional<Duration> silence) {
        if (isComplete() && silence.isPresent()) {
            heardAt = now.minus(silence.get());
            return new FeedRow(true, true, Optional.empty(), heardAt);
        }
        String why = isComplete() ? "no connection" : reason;
        SystemTime read = readAt;
        if (read == null) {
            return new FeedRow(true, false, Optional.of(why), heardAt);
        }
        boolean fresh = read.until(now).compareTo(REST_LIMIT) <= 0;
        return new FeedRow(false, fresh, Optional.of(why), read);
    }

    /** What is said once the event is not followed: it has closed, or a former run followed it. */
    FeedRow left() {
        return new FeedRow(true, false, Optional.of("not followed"), heardAt);
    }

    private void lose(MarketTicker ticker, String why, long nanos) {
        if (missing.isEmpty()) {
            missingSince = nanos;
            askedAt = null;
            reason = why;
        }
        missing.add(ticker);
    }
}
