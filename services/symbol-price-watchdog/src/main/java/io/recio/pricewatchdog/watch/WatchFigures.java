package io.recio.pricewatchdog.watch;

import java.time.Duration;

/** What the watch shows of its own work. */
interface WatchFigures {

    /** A trade or heartbeat came in time. */
    void heard();

    /**
     * @param sinceArrival of the oldest message it carries
     * @param silent whether the feed is: then no commit is due, and what history and index bring is no result, or a feed
     *     that stays silent would look like one that catches up
     */
    void committed(int rows, Duration sinceArrival, boolean silent);
}
