package io.recio.localstack.chaos.plan;

import java.util.Locale;

/** The state of an order or trade at which a fault strikes. */
public enum Moment {
    /** Whatever the state. */
    ANY,
    /** An intent is written and not yet claimed. */
    NEW,
    /** Claimed, and the exchange has not answered. */
    SENDING,
    IN_DOUBT,
    /** The account has a fill that belongs to no trade yet. */
    UNATTACHED,
    /** A trade is being closed. */
    CLOSING,
    /** A trade's contract has closed and waits for its settlement. */
    EXPIRED;

    /** Whether it passes too quickly to be met unless the process that would end it is paused. */
    public boolean needsPause() {
        return this == NEW || this == UNATTACHED;
    }

    /** As it stands in reports: {@code in-doubt}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
