package io.recio.coordinator.striketable;

import io.recio.coordinator.CoordinatorConfig;
import io.recio.coordinator.document.DocumentFiles;
import io.recio.coordinator.document.StrikeTableDocument;
import io.recio.coordinator.probability.MoveTableShelf;
import io.recio.domain.fee.FeePrecision;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.ProbabilityModel;
import io.recio.domain.probability.VolatilityModel;
import io.recio.domain.striketable.StrikeTables;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.Desk;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.account.AccountReader;
import io.recio.storage.market.MarketStore;
import io.recio.storage.price.LatestPriceStore;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.settings.SymbolSettings;
import io.recio.storage.settings.SymbolStore;
import io.recio.storage.striketable.StrikeTableStore;
import io.recio.storage.system.SystemStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Coordinates: reads price and books of each symbol, asks the domain for the tables, writes them, reports. */
@Singleton
class StrikeTableDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(StrikeTableDesk.class);

    private static final Duration RULES_AGE = Duration.ofSeconds(5);

    private final Database database;
    private final MarketStore markets = new MarketStore();
    private final LatestPriceStore prices = new LatestPriceStore();
    private final StrikeTableStore tables = new StrikeTableStore();
    private final SymbolStore symbols = new SymbolStore();
    private final SettingsStore settings = new SettingsStore();
    private final MoveTableShelf moveTables;
    private final DocumentFiles files;
    private final SystemStore system;
    private final StatusReport status;
    private final FunctionalHealth health;
    private final CoordinatorConfig config;
    private final BusinessClock business;
    private final SystemClock clock;

    private final Map<Symbol, SymbolTables> bySymbol = new LinkedHashMap<>();
    private final Map<Symbol, SymbolTables.Rules> rules = new HashMap<>();
    private @Nullable Fence fence;
    private long rulesReadAt;

    StrikeTableDesk(
            Database database,
            MoveTableShelf moveTables,
            DocumentFiles files,
            SystemStore system,
            StatusReport status,
            FunctionalHealth health,
            CoordinatorConfig config,
            BusinessClock business,
            SystemClock clock) {
        this.database = database;
        this.moveTables = moveTables;
        this.files = files;
        this.system = system;
        this.status = status;
        this.health = health;
        this.config = config;
        this.business = business;
        this.clock = clock;
    }

    @Override
    public Set<String> channels() {
        return Set.of(Channels.PRICE, Channels.BOOK, Channels.EXCHANGE, Channels.SETTINGS);
    }

    /** Shortened while a change waits for its interval to pass. */
    @Override
    public Duration safetyNet() {
        return bySymbol.values().stream()
                .map(SymbolTables::untilDue)
                .filter(Duration::isPositive)
                .min(Duration::compareTo)
                .orElse(config.table().refreshInterval());
    }

    @Override
    public void recover(Fence held) {
        fence = held;
        bySymbol.clear();
        for (SymbolSettings each : symbols.enabled(database)) {
            Symbol symbol = each.symbol();
            bySymbol.put(
                    symbol,
                    new SymbolTables(
                            symbol,
                            database,
                            prices,
                            tables,
                            new EventView(symbol, database, markets, clock),
                            clock,
                            config.table(),
                            health.figure(
                                    "strike_table_" + symbol.lowerCase(),
                                    config.table().ageLimit())));
        }
        moveTables.open(bySymbol.keySet());
        readRules();
        LOG.infof("Coordinating symbols=%s", bySymbol.keySet());
    }

    @Override
    public void step() {
        Fence held = fence;
        if (held == null) {
            return;
        }
        if (clock.nanos() - rulesReadAt > RULES_AGE.toNanos()) {
            readRules();
        }
        bySymbol.forEach((symbol, each) -> {
            if (each.untilDue().isZero()) {
                BusinessTime now = business.now();
                SymbolTables.Rules current = rules.get(symbol);
                each.make(current, held, now).ifPresent(made -> publish(made, current));
            }
        });
        status.report(bySymbol, health);
    }

    @Override
    public void standDown() {
        fence = null;
        moveTables.close();
    }

    @Override
    public void finish() {
        LOG.infof("Coordination ends tables=%d", health.workDone());
    }

    private void publish(StrikeTables made, SymbolTables.Rules current) {
        health.worked();
        String symbol = made.table().symbol().lowerCase();
        files.replace("strike_tables/" + symbol + "_strike_table.json", StrikeTableDocument.of(made.table()));
        files.replace("strike_tables/" + symbol + "_live_probabilities.json", made.live());
        files.replace("strike_tables/" + symbol + "_watchlist.json", Watchlist.of(made.table(), current.watchlist()));
    }

    /** The move table first; where it has no answer, the volatility model. */
    private List<ProbabilityModel> models(Symbol symbol) {
        List<ProbabilityModel> models = new ArrayList<>();
        moveTables.table(symbol).ifPresent(models::add);
        models.add(new VolatilityModel());
        return models;
    }

    private void readRules() {
        FeePrecision precision = system.installation()
                .map(installation -> new AccountReader(installation).feePrecision(database))
                .orElse(FeePrecision.CENT);
        var entry = settings.entry(database);
        var watchlist = settings.watchlist(database);
        bySymbol.keySet()
                .forEach(symbol ->
                        rules.put(symbol, new SymbolTables.Rules(models(symbol), precision, entry.count(), watchlist)));
        rulesReadAt = clock.nanos();
    }
}
