package io.recio.storage.account;

import io.recio.domain.fee.FeePrecision;
import io.recio.domain.money.Money;
import io.recio.storage.Statements;
import io.recio.storage.system.Installation;
import java.util.Optional;

/** Reads {@code account.*}; the account sync alone writes there. */
public final class AccountReader {

    private final Installation installation;

    public AccountReader(Installation installation) {
        this.installation = installation;
    }

    /** What is available on the shard; zero when unknown. */
    public Money balance(Statements statements, int exchangeIndex) {
        return statements
                .first(
                        "SELECT balance FROM account.balances WHERE account = $1 AND mode = $2 AND exchange_index = $3",
                        installation.account(),
                        installation.mode().text(),
                        exchangeIndex)
                .map(row -> Money.of(row.getBigDecimal("balance")))
                .orElse(Money.ZERO);
    }

    /** How the exchange rounds this account's balance, read off its fills; to the cent until known (EXCHANGES, section D). */
    public FeePrecision feePrecision(Statements statements) {
        boolean finer = statements
                .first("""
                        SELECT 1 FROM account.fills
                        WHERE account = $1 AND mode = $2
                            AND mod(CASE bought_side WHEN 'YES' THEN yes_price ELSE 1 - yes_price END * quantity + fee, 0.01) <> 0
                        LIMIT 1""", installation.account(), installation.mode().text())
                .isPresent();
        return finer ? FeePrecision.CENTI_CENT : FeePrecision.CENT;
    }

    /** Why the account's data cannot be relied on now; empty when it can. */
    public Optional<String> staleness(Statements statements) {
        return statements
                .first(
                        "SELECT stale, reason FROM account.sync_state WHERE account = $1 AND mode = $2",
                        installation.account(),
                        installation.mode().text())
                .map(row -> row.getBoolean("stale")
                        ? Optional.of(
                                Optional.ofNullable(row.getString("reason")).orElse("account data is stale"))
                        : Optional.<String>empty())
                .orElse(Optional.of("account has not been read yet"));
    }
}
