package io.recio.tradeexecutor.execution;

import io.recio.domain.entry.EntrySettings;
import io.recio.domain.entry.RestingRules;
import io.recio.domain.entry.RestingRules.Resting;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.price.Symbol;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Database;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.striketable.StrikeTableStore;
import io.recio.tradeexecutor.order.StoredOrder;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The trade, automatic entry's own state, and the entry rules at the order's price, from the newest strike table. */
@Singleton
class PostgresRestingGround implements RestingGround {

    /** A table is written at least each second. */
    private static final Duration TABLE_AGE = Duration.ofSeconds(3);

    private static final Set<String> WANTED = Set.of("pending", "open");

    private static final String STANDING = """
            SELECT t.symbol, t.status, coalesce(auto.state, 'UNKNOWN') AS auto,
                EXISTS (SELECT 1 FROM system.leases lease WHERE lease.name = 'auto-entry-supervisor'
                    AND lease.expires_at > clock_timestamp()) AS led
            FROM trading.order_intents i JOIN trading.trades t ON t.trade_id = i.trade_id
                LEFT JOIN trading.auto_entry_state auto ON auto.symbol = t.symbol
            WHERE i.client_order_id = $1""";

    private final Database database;
    private final BusinessClock business;
    private final SystemClock clock;
    private final SettingsStore settings = new SettingsStore();
    private final StrikeTableStore tables = new StrikeTableStore();

    PostgresRestingGround(Database database, BusinessClock business, SystemClock clock) {
        this.database = database;
        this.business = business;
        this.clock = clock;
    }

    @Override
    public Duration expiry() {
        return settings.orders(database).entryExpiry();
    }

    @Override
    public Optional<String> obstacle(StoredOrder entry) {
        Row standing =
                database.first(STANDING, entry.order().clientOrderId().value()).orElseThrow();
        String status = standing.getString("status");
        if (!WANTED.contains(status)) {
            return Optional.of("TRADE_" + status.toUpperCase(Locale.ROOT));
        }
        if (!settings.orders(database).entriesRest()) {
            return Optional.of("RESTING_OFF");
        }
        if (!standing.getBoolean("led")) {
            return Optional.of("AUTO_ENTRY_AWAY");
        }
        if (!standing.getString("auto").equals("ACTIVE")) {
            return Optional.of("AUTO_ENTRY_" + standing.getString("auto"));
        }
        return rules(entry, new Symbol(standing.getString("symbol")));
    }

    private Optional<String> rules(StoredOrder entry, Symbol symbol) {
        OrderIntent intent = entry.order().intent();
        EntrySettings rules = settings.entry(database);
        Optional<StrikeTable> table = tables.read(database, symbol)
                .filter(stored -> !clock.now().isAfter(stored.writtenAt().plus(TABLE_AGE)))
                .map(StrikeTableStore.Stored::table);
        Resting resting = new Resting(
                intent.ticker(), entry.event(), intent.bookSide().boughtSide(), intent.boughtPrice(), entry.closesAt());
        return RestingRules.obstacle(resting, rules, table, business.now()).map(Enum::name);
    }
}
