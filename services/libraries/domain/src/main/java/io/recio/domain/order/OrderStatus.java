package io.recio.domain.order;

/** Where an order stands (DESIGN, section 4). */
public enum OrderStatus {
    /** Written down, not yet claimed by an executor. */
    INTENDED,
    /** Claimed; it may be on its way to the exchange. */
    SENDING,
    /** The exchange may have acted; only evidence decides. */
    IN_DOUBT,
    /** Waiting in the exchange's book. */
    RESTING,
    /** Filled whole. */
    EXECUTED,
    /** Over with a part, or nothing, filled. */
    CANCELED,
    /** Refused by the exchange. */
    REJECTED,
    /** Proven never to have reached the exchange. */
    ABSENT,
    /** Given up before it was sent. */
    CANCELLED_UNSENT;

    /** Whether nothing further is expected; a late fill may still prove otherwise. */
    public boolean isFinal() {
        return switch (this) {
            case INTENDED, SENDING, IN_DOUBT, RESTING -> false;
            case EXECUTED, CANCELED, REJECTED, ABSENT, CANCELLED_UNSENT -> true;
        };
    }
}
