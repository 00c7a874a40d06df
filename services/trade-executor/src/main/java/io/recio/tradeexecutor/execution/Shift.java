package io.recio.tradeexecutor.execution;

import io.recio.storage.Fence;
import io.recio.tradeexecutor.funds.ShardFunds;
import io.recio.tradeexecutor.group.GroupKeeper;

/** What an instance works with while it is the active one. */
record Shift(
        Fence fence,
        Sender sender,
        Settling settling,
        Cancelling cancelling,
        RestingEntries resting,
        EntryGate gate,
        GroupKeeper groups,
        ShardFunds funds)
        implements AutoCloseable {

    /** Lets go of every call under way. */
    @Override
    public void close() {
        sender.close();
        settling.close();
        cancelling.close();
        resting.close();
        groups.close();
        funds.close();
    }
}
