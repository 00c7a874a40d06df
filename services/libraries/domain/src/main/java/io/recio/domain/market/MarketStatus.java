package io.recio.domain.market;

/** Where a market stands in its life (EXCHANGES, section A5). */
public enum MarketStatus {
    INITIALIZED,
    INACTIVE,
    ACTIVE,
    CLOSED,
    DETERMINED,
    DISPUTED,
    AMENDED,
    FINALIZED,
    /** A status the exchange added after this was written: never traded. */
    UNKNOWN;

    public boolean isTradable() {
        return this == ACTIVE;
    }
}
