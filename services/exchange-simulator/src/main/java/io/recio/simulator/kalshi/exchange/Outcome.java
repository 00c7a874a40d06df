package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Quantity;
import java.util.List;

/** What became of a command of the account. */
public sealed interface Outcome {

    /**
     * Done: an order was taken or changed.
     *
     * @param fills the fills the command caused, in order
     */
    record Accepted(AccountOrder order, List<AccountFill> fills) implements Outcome {}

    /**
     * Done: an order was cancelled.
     *
     * @param reducedBy what was resting
     */
    record Cancelled(AccountOrder order, Quantity reducedBy) implements Outcome {}

    /** Not done; nothing has changed. */
    record Refused(Refusal refusal) implements Outcome {}
}
