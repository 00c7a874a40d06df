package io.recio.trademanager.trade;

import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Statements;
import io.recio.storage.system.Installation;
import java.util.function.Function;

/** One holding of the lease: whose books we keep, and the proof that we may write them. */
public record Tenure(Database database, Fence fence, Installation installation) {

    /** Runs the work in one transaction that a later holder's lease would refuse. */
    public <T> T fenced(Function<Statements, T> work) {
        return database.fenced(fence, work);
    }

    public String account() {
        return installation.account();
    }

    public String mode() {
        return installation.mode().text();
    }
}
