package io.recio.accountsync.record;

import io.recio.storage.Fence;
import java.util.function.Consumer;
import java.util.function.Function;

/** The account's rows, ours alone to write. */
public interface AccountStore {

    /** Reads without writing. */
    <T> T read(Function<AccountRows, T> work);

    /** Writes all or nothing, and only while the lease is held. */
    void write(Fence fence, Consumer<AccountRows> work);
}
