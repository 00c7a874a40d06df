package io.recio.storage.trading;

import io.recio.domain.money.Money;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskCalendar;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Trade;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.account.AccountReader;
import io.recio.storage.system.Installation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts together what the limits of record are held against (PRODUCT, section 8). */
public final class RiskReader {

    private static final Duration ENTRIES_LOOKED_BACK = Duration.ofMinutes(2);

    private final Installation installation;
    private final AccountReader account;

    public RiskReader(Installation installation) {
        this.installation = installation;
        this.account = new AccountReader(installation);
    }

    /** The book as it stands: trades at risk, recent entries, balance of the shard, PnL of day and week, kill switch. */
    public RiskBook book(Statements statements, List<Trade> atRisk, int exchangeIndex, BusinessTime now) {
        Money unrealised = unrealised(statements);
        return RiskBook.of(
                atRisk,
                recentEntries(statements, now),
                account.balance(statements, exchangeIndex),
                realisedSince(statements, RiskCalendar.dayStart(now)).plus(unrealised),
                realisedSince(statements, RiskCalendar.weekStart(now)).plus(unrealised),
                isKillSwitchOn(statements));
    }

    /** Why entries are halted (an account that does not reconcile); empty when they are not. */
    public Optional<String> halt(Statements statements) {
        return statements
                .first(
                        "SELECT halt_reason FROM trading.risk_state WHERE account = $1 AND mode = $2 AND entries_halted",
                        installation.account(),
                        installation.mode().text())
                .map(row -> Optional.ofNullable(row.getString("halt_reason")).orElse("entries are halted"));
    }

    private boolean isKillSwitchOn(Statements statements) {
        return statements
                .first(
                        "SELECT kill_switch FROM trading.risk_state WHERE account = $1 AND mode = $2",
                        installation.account(),
                        installation.mode().text())
                .map(row -> row.getBoolean("kill_switch"))
                .orElse(false);
    }

    private List<BusinessTime> recentEntries(Statements statements, BusinessTime now) {
        return statements.list(
                row -> Times.business(row, "created_at"),
                """
                SELECT created_at FROM trading.trades
                WHERE account = $1 AND mode = $2 AND status <> 'denied' AND created_at > $3 ORDER BY created_at""",
                installation.account(),
                installation.mode().text(),
                Times.column(now.minus(ENTRIES_LOOKED_BACK)));
    }

    private Money realisedSince(Statements statements, BusinessTime since) {
        return sum(statements, """
                SELECT coalesce(sum(pnl), 0) AS total FROM trading.trades
                WHERE account = $1 AND mode = $2 AND status = 'closed' AND ended_at >= $3""", installation.account(), installation.mode().text(), Times.column(since));
    }

    private Money unrealised(Statements statements) {
        return sum(statements, """
                SELECT coalesce(sum(a.unrealized_pnl), 0) AS total
                FROM trading.active_trades a JOIN trading.trades t ON t.trade_id = a.trade_id
                WHERE t.account = $1 AND t.mode = $2 AND t.status IN ('open', 'closing', 'expired')""", installation.account(), installation.mode().text());
    }

    private static Money sum(Statements statements, String sql, Object... parameters) {
        return statements
                .first(sql, parameters)
                .map(row -> Money.of(row.getBigDecimal("total")))
                .orElse(Money.ZERO);
    }
}
