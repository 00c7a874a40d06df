package io.recio.coordinator.striketable;

import io.recio.coordinator.CoordinatorConfig;
import io.recio.domain.fee.FeePrecision;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.ProbabilityModel;
import io.recio.domain.striketable.EventQuotes;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.striketable.StrikeTableBuilder;
import io.recio.domain.striketable.StrikeTables;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.striketable.WatchlistSettings;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.Freshness;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Together;
import io.recio.storage.market.HourlyEvent;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LatestPriceStore;
import io.recio.storage.striketable.StrikeTableStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and writes the tables of one symbol, at most once an interval, at least once a refresh. */
final class SymbolTables {

    /** What all symbols share; renewed when settings or history change. */
    record Rules(
            List<ProbabilityModel> models, FeePrecision precision, Quantity orderSize, WatchlistSettings watchlist) {}

    private final Symbol symbol;
    private final Database database;
    private final LatestPriceStore prices;
    private final StrikeTableStore tables;
    private final EventView view;
    private final SystemClock clock;
    private final CoordinatorConfig.Table config;
    private final Freshness freshness;

    private long version;
    private long writtenAt;
    private @Nullable LatestPrice last;
    private @Nullable EventQuotes lastQuotes;

    SymbolTables(
            Symbol symbol,
            Database database,
            LatestPriceStore prices,
            StrikeTableStore tables,
            EventView view,
            SystemClock clock,
            CoordinatorConfig.Table config,
            Freshness freshness) {
        this.symbol = symbol;
        this.database = database;
        this.prices = prices;
        this.tables = tables;
        this.view = view;
        this.clock = clock;
        this.config = config;
        this.freshness = freshness;
        this.version = tables.read(database, symbol)
                .map(StrikeTableStore.Stored::version)
                .orElse(0L);
        this.writtenAt = clock.nanos() - config.refreshInterval().toNanos();
    }

    /** How long until the next table may be made; zero when it may be now. */
    Duration untilDue() {
        long left = config.leastInterval().toNanos() - (clock.nanos() - writtenAt);
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** Makes and writes the tables; empty while there is no price or no event yet, or nothing to tell. */
    Optional<StrikeTables> make(Rules rules, Fence fence, BusinessTime now) {
        Optional<LatestPrice> latest;
        Optional<EventQuotes> quoted;
        try (Together reads = database.together()) {
            var newest = reads.read(statements -> prices.read(statements, symbol));
            quoted = view.refresh(reads, now);
            latest = newest.get();
        }
        if (latest.isEmpty() || quoted.isEmpty()) {
            freshness.expected(false);
            return Optional.empty();
        }
        LatestPrice price = latest.get();
        EventQuotes quotes = quoted.get();
        if (price.equals(last) && quotes.equals(lastQuotes) && !isRefreshDue()) {
            return Optional.empty();
        }
        Duration age = price.receivedAt().until(clock.now());
        StrikeTables made = new StrikeTableBuilder(rules.models(), fees(view.event(), rules), rules.orderSize())
                .build(quotes, price.snapshot().aged(age, now), now);
        version++;
        database.fenced(fence, statements -> {
            tables.write(
                    statements,
                    version,
                    made.table(),
                    made.live().rows(),
                    Watchlist.of(made.table(), rules.watchlist()),
                    price.snapshot().at());
            return null;
        });
        writtenAt = clock.nanos();
        last = price;
        lastQuotes = quotes;
        freshness.expected(true);
        freshness.good();
        return Optional.of(made);
    }

    private boolean isRefreshDue() {
        return clock.nanos() - writtenAt >= config.refreshInterval().toNanos();
    }

    /** The price the newest table was made from. */
    Optional<LatestPrice> lastPrice() {
        return Optional.ofNullable(last);
    }

    /** An unknown fee type has no estimate: a fee of a whole dollar keeps every net difference below any threshold. */
    private static FeeEstimate fees(HourlyEvent event, Rules rules) {
        return event.fees(rules.precision()).orElse((price, quantity) -> Money.ofCents(100));
    }
}
