package io.recio.tradeexecutor.exchange;

import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code account.identities}: a row that is written once and never changed by a service. */
@Singleton
class PostgresKnownAccount implements KnownAccount {

    private final Database database;
    private final String account;
    private final String mode;

    PostgresKnownAccount(Database database, ServiceConfig service) {
        this.database = database;
        this.account = service.account();
        this.mode = service.mode();
    }

    @Override
    public Optional<String> userId() {
        return database.first("SELECT user_id FROM account.identities WHERE account = $1 AND mode = $2", account, mode)
                .map(row -> row.getString("user_id"));
    }

    @Override
    public void learn(String userId) {
        database.update(
                "INSERT INTO account.identities (account, mode, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                account,
                mode,
                userId);
    }
}
