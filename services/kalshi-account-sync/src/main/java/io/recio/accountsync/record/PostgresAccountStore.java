package io.recio.accountsync.record;

import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code account.*} of this installation's account and mode. */
@Singleton
class PostgresAccountStore implements AccountStore {

    private final Database database;
    private final String account;
    private final String mode;

    PostgresAccountStore(Database database, ServiceConfig config) {
        this.database = database;
        this.account = config.account();
        this.mode = config.mode();
    }

    @Override
    public <T> T read(Function<AccountRows, T> work) {
        return work.apply(new PostgresAccountRows(database, account, mode));
    }

    @Override
    public void write(Fence fence, Consumer<AccountRows> work) {
        database.fenced(fence, statements -> {
            work.accept(new PostgresAccountRows(statements, account, mode));
            return true;
        });
    }
}
