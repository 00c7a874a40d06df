package io.recio.tradeexecutor.group;

import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessTime;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.settings.SettingsStore;
import io.recio.tradeexecutor.alert.ExecutorAlerts;
import io.recio.tradeexecutor.group.HourGroup.State;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups of our account and mode. */
@Singleton
class PostgresGroupStore implements GroupStore {

    /** A group is made so long before its event opens. */
    private static final Duration LEAD = Duration.ofMinutes(1);

    private static final Quantity LEAST = Quantity.ofContracts(1);
    private static final Quantity MOST = Quantity.ofContracts(1_000_000);

    private final Database database;
    private final ExecutorAlerts alerts;
    private final String account;
    private final String mode;
    private final SettingsStore settings = new SettingsStore();

    PostgresGroupStore(Database database, ExecutorAlerts alerts, ServiceConfig service) {
        this.database = database;
        this.alerts = alerts;
        this.account = service.account();
        this.mode = service.mode();
    }

    @Override
    public List<OpenEvent> openEvents(BusinessTime now) {
        return database.list(
                row -> new OpenEvent(
                        new EventTicker(row.getString("event_ticker")),
                        row.getInteger("exchange_index"),
                        Times.business(row, "closes_at")),
                """
                SELECT e.event_ticker, e.exchange_index, e.closes_at
                FROM markets.events e JOIN settings.symbols s ON s.symbol = e.symbol AND s.enabled
                WHERE e.opens_at <= $1 AND e.closes_at > $2 ORDER BY e.closes_at, e.event_ticker""",
                Times.column(now.plus(LEAD)),
                Times.column(now));
    }

    @Override
    public List<HourGroup> live() {
        return database.list(PostgresGroupStore::group, """
                SELECT g.event_ticker, g.exchange_index, g.state, g.group_id, g.contracts_limit, g.known_before, g.asked_at,
                    g.closes_at
                FROM trading.order_groups g
                WHERE g.account = $1 AND g.mode = $2 AND g.state <> 'ended' ORDER BY g.closes_at, g.event_ticker""", account, mode);
    }

    @Override
    public Quantity limit() {
        Quantity perEvent = settings.riskLimits(database).contractsPerEvent();
        return perEvent.isAtLeast(LEAST) ? perEvent.min(MOST) : LEAST;
    }

    @Override
    public boolean isKillSwitchOn() {
        return database.first(
                        "SELECT kill_switch FROM trading.risk_state WHERE account = $1 AND mode = $2", account, mode)
                .map(row -> row.getBoolean("kill_switch"))
                .orElse(true);
    }

    @Override
    public void put(Fence fence, HourGroup group) {
        database.fenced(fence, statements -> put(statements, group));
    }

    @Override
    public boolean triggered(Fence fence, HourGroup group) {
        return database.fenced(fence, statements -> {
            put(statements, group.in(State.TRIGGERED));
            boolean thrown = statements
                    .first(
                            "SELECT trading.throw_kill_switch($1, $2, $3) AS thrown",
                            account,
                            mode,
                            "ORDER_GROUP_TRIGGERED {event=" + group.event() + "}")
                    .map(row -> row.getBoolean("thrown"))
                    .orElse(false);
            if (thrown) {
                alerts.raise(
                        statements,
                        "KILL_SWITCH_TRIPPED",
                        "An order group was triggered at the exchange, only an operator clears the kill switch",
                        Map.of(
                                "cause",
                                "ORDER_GROUP_TRIGGERED",
                                "event",
                                group.event().value(),
                                "group",
                                group.id().map(OrderGroupId::value).orElse("")));
            }
            return thrown;
        });
    }

    private HourGroup put(Statements statements, HourGroup group) {
        statements.update(
                """
                INSERT INTO trading.order_groups (account, mode, event_ticker, exchange_index, state, group_id,
                    contracts_limit, known_before, asked_at, closes_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7::numeric, $8, $9, $10)
                ON CONFLICT (account, mode, event_ticker) DO UPDATE SET exchange_index = excluded.exchange_index,
                    state = excluded.state, group_id = excluded.group_id, contracts_limit = excluded.contracts_limit,
                    known_before = excluded.known_before, asked_at = excluded.asked_at, closes_at = excluded.closes_at""",
                account,
                mode,
                group.event().value(),
                group.shard(),
                group.state().name().toLowerCase(Locale.ROOT),
                group.id().map(OrderGroupId::value).orElse(null),
                group.limit().contracts(),
                group.knownBefore().stream().map(OrderGroupId::value).toArray(String[]::new),
                Times.column(group.askedAt()),
                Times.column(group.closesAt()));
        return group;
    }

    private static HourGroup group(Row row) {
        return new HourGroup(
                new EventTicker(row.getString("event_ticker")),
                row.getInteger("exchange_index"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("group_id")).map(OrderGroupId::new),
                Quantity.of(row.getBigDecimal("contracts_limit")),
                Stream.of(row.getArrayOfStrings("known_before"))
                        .map(OrderGroupId::new)
                        .collect(Collectors.toSet()),
                Times.system(row, "asked_at"),
                Times.business(row, "closes_at"));
    }
}
