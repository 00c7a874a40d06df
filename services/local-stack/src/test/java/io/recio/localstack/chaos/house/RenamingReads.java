package io.recio.localstack.chaos.house;

import io.recio.accountsync.read.AccountReads;
import io.recio.accountsync.read.ReadOutcome;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.accountsync.read.ReadRequest;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;

/** Broken: a fill that is read is not known to be the fill that was heard. */
record RenamingReads(AccountReads real) implements AccountReads {

    @Override
    public ReadOutcome read(ReadRequest request) {
        ReadOutcome outcome = real.read(request);
        return outcome instanceof Reading reading
                ? new Reading(
                        reading.request(),
                        reading.userDataAsOf(),
                        reading.everyOrder(),
                        reading.orders(),
                        reading.fills().stream().map(RenamingReads::renamed).toList(),
                        reading.positions(),
                        reading.balance(),
                        reading.settlements(),
                        reading.determinations(),
                        reading.unreadable())
                : outcome;
    }

    private static Fill renamed(Fill fill) {
        return new Fill(
                new FillId("read-" + fill.id().value()),
                fill.orderId(),
                fill.clientOrderId(),
                fill.ticker(),
                fill.boughtSide(),
                fill.yesPrice(),
                fill.quantity(),
                fill.fee(),
                fill.taker(),
                fill.filledAt());
    }
}
