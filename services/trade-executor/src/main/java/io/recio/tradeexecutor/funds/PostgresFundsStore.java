package io.recio.tradeexecutor.funds;

import io.recio.domain.money.Money;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.time.BusinessTime;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Times;
import io.recio.storage.settings.SettingsStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The transfers of our account and mode. */
@Singleton
class PostgresFundsStore implements FundsStore {

    /** Collateral is moved so long before an event opens. */
    private static final Duration LEAD = Duration.ofMinutes(1);

    private final Database database;
    private final String account;
    private final String mode;
    private final SettingsStore settings = new SettingsStore();

    PostgresFundsStore(Database database, ServiceConfig service) {
        this.database = database;
        this.account = service.account();
        this.mode = service.mode();
    }

    @Override
    public boolean mayMove() {
        return settings.orders(database).transferToShard()
                && database.first("""
                        SELECT 1 FROM trading.risk_state risk
                        WHERE risk.account = $1 AND risk.mode = $2 AND NOT risk.kill_switch AND NOT risk.entries_halted
                            AND NOT EXISTS (
                                SELECT 1 FROM account.balances b JOIN trading.shard_transfers t
                                    ON t.account = b.account AND t.mode = b.mode AND b.exchange_index IN (t.from_shard, t.to_shard)
                                WHERE b.account = $1 AND b.mode = $2 AND t.state NOT IN ('refused', 'absent') AND t.updated_at >= b.updated_at)
                            AND NOT EXISTS (
                                SELECT 1 FROM trading.shard_transfers t WHERE t.account = $1 AND t.mode = $2
                                    AND t.updated_at > clock_timestamp() - interval '10 seconds')""", account, mode).isPresent();
    }

    @Override
    public Money target() {
        RiskLimits limits = settings.riskLimits(database);
        return limits.totalExposure().plus(limits.balanceReserve());
    }

    @Override
    public Map<Integer, Money> balances() {
        Map<Integer, Money> balances = new HashMap<>();
        database.query(
                        "SELECT exchange_index, balance FROM account.balances WHERE account = $1 AND mode = $2",
                        account,
                        mode)
                .forEach(row -> balances.put(row.getInteger("exchange_index"), Money.of(row.getBigDecimal("balance"))));
        return balances;
    }

    @Override
    public List<Integer> tradingShards(BusinessTime now) {
        return database.list(
                row -> row.getInteger("exchange_index"), """
                SELECT DISTINCT e.exchange_index
                FROM markets.events e JOIN settings.symbols s ON s.symbol = e.symbol AND s.enabled
                WHERE e.opens_at <= $1 AND e.closes_at > $2 ORDER BY e.exchange_index""", Times.column(now.plus(LEAD)), Times.column(now));
    }

    @Override
    public Optional<Transfer> unresolved() {
        return database.first("""
                        SELECT transfer_id, from_shard, to_shard, amount, asked_at FROM trading.shard_transfers
                        WHERE account = $1 AND mode = $2 AND state IN ('sending', 'in_doubt')""", account, mode)
                .map(row -> new Transfer(
                        row.getUUID("transfer_id"),
                        row.getInteger("from_shard"),
                        row.getInteger("to_shard"),
                        Money.of(row.getBigDecimal("amount")),
                        Times.system(row, "asked_at")));
    }

    @Override
    public Set<String> ids() {
        return new HashSet<>(database.list(
                row -> row.getUUID("transfer_id").toString(), "SELECT transfer_id FROM trading.shard_transfers"));
    }

    @Override
    public void begin(Fence fence, Transfer transfer) {
        database.fenced(
                fence,
                statements -> statements.update(
                        """
                        INSERT INTO trading.shard_transfers (transfer_id, account, mode, from_shard, to_shard, amount, state,
                            epoch, asked_at)
                        VALUES ($1, $2, $3, $4, $5, $6::numeric, 'sending', $7, $8)""",
                        transfer.id(),
                        account,
                        mode,
                        transfer.from(),
                        transfer.to(),
                        transfer.amount().dollars(),
                        fence.epoch(),
                        Times.column(transfer.askedAt())));
    }

    @Override
    public void put(Fence fence, Transfer transfer, Transfer.State state, String reason) {
        database.fenced(
                fence,
                statements -> statements.update("""
                        UPDATE trading.shard_transfers SET state = $2, reason = nullif($3, ''), updated_at = clock_timestamp()
                        WHERE transfer_id = $1""", transfer.id(), state.name().toLowerCase(Locale.ROOT), reason));
    }
}
