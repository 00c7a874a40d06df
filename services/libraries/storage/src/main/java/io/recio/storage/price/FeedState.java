package io.recio.storage.price;

/** How the price feed stands; stored in small letters. */
public enum FeedState {
    LIVE,
    BACKFILLING,
    SILENT,
    MISSING_TRADES,
    /** Loaded at start from before; for display only. */
    CACHED
}
