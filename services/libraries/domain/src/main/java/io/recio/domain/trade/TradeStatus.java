package io.recio.domain.trade;

/** Where a trade stands in its life. */
public enum TradeStatus {
    /** Its entry is not settled and nothing is filled as far as we know. */
    PENDING,
    /** Something is held, whole or in part. */
    OPEN,
    /** It is being sold. */
    CLOSING,
    /** Nothing is held any more; the result is known. */
    CLOSED,
    /** The contract's own close time has passed; waiting for the settlement. */
    EXPIRED,
    /** Refused by our own limits, never sent. */
    DENIED,
    /** Its entry was refused by the exchange. */
    REJECTED,
    /** Its entry ended without a fill. */
    MISSED;

    /** Whether the ticker is taken by it. */
    public boolean isLive() {
        return switch (this) {
            case PENDING, OPEN, CLOSING -> true;
            case CLOSED, EXPIRED, DENIED, REJECTED, MISSED -> false;
        };
    }

    /** Whether money can still be lost by it. */
    public boolean isAtRisk() {
        return isLive() || this == EXPIRED;
    }
}
