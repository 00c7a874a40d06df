package io.recio.simulator.price;

import org.jspecify.annotations.Nullable;

/** Where one symbol's minutes come from. Minutes are counted from the epoch. Safe for many threads. */
interface MinuteBars {

    /** The bar of that minute, or null when nothing traded in it. */
    @Nullable
    MinuteBar bar(long minute);

    /** How many minutes with trades lie between the epoch and that minute. */
    long ordinal(long minute);

    /** The minute with trades that has this ordinal. */
    long minute(long ordinal);

    /** Whether that minute stands in a recording. */
    boolean isRecorded(long minute);
}
