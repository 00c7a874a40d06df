package io.recio.accountsync.read;

/** How much of the account one read covers. */
public enum ReadScope {
    /** Everything from its beginning. */
    WHOLE,
    /** All positions and money; orders, fills and settlements of late. */
    NEWS,
    /** Positions and money only. */
    HOLDINGS,
    /** Settlements of late only. */
    PAYOUTS;

    /** Whether the account is confirmed as a whole by it. */
    public boolean isComplete() {
        return this == WHOLE || this == NEWS;
    }
}
