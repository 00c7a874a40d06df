package io.recio.coinbase;

import java.util.concurrent.atomic.AtomicLongArray;

/** The counts of a feed; written by its event loop, read by anyone. */
final class FeedTallies {

    private final AtomicLongArray counts = new AtomicLongArray(FeedTally.values().length);

    void add(FeedTally tally) {
        add(tally, 1);
    }

    void add(FeedTally tally, long count) {
        counts.addAndGet(tally.ordinal(), count);
    }

    long of(FeedTally tally) {
        return counts.get(tally.ordinal());
    }
}
