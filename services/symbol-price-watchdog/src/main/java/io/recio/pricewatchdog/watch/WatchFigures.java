package io.recio.pricewatchdog.watch;

import java.time.Duration;

/** What the watch shows of its own work. */
interface WatchFigures {

    /** A trade or heartbeat came in time. */
    void heard();

    /** @param sinceArrival of the oldest message it carries */
    void committed(int rows, Duration sinceArrival);

    /** Whether commits are due at all: none is while the feed is silent. */
    void commitsExpected(boolean due);
}
