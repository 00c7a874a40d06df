package io.recio.coordinator.striketable;

import io.recio.domain.fee.FeePrecision;
import io.recio.storage.Database;
import jakarta.inject.Singleton;

/** How the exchange rounds this account's balance, read off its fills; to the cent until known (EXCHANGES, section D). */
@Singleton
class AccountFeePrecision {

    private static final String FINER_THAN_A_CENT = """
            SELECT 1 FROM account.fills
            WHERE mod(CASE bought_side WHEN 'YES' THEN yes_price ELSE 1 - yes_price END * quantity + fee, 0.01) <> 0
            LIMIT 1""";

    private final Database database;

    AccountFeePrecision(Database database) {
        this.database = database;
    }

    FeePrecision observed() {
        return database.first(FINER_THAN_A_CENT).isPresent() ? FeePrecision.CENTI_CENT : FeePrecision.CENT;
    }
}
