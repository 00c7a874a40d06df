package io.recio.coordinator;

import io.recio.domain.price.Deltas;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.Database;
import io.recio.storage.price.FeedState;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LatestPriceStore;
import io.recio.storage.striketable.StrikeTableStore;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

/** What the watchdogs write of BTC: its price, its events of 25 strikes 250 dollars apart, their books. */
final class CoordinatorWorld {

    private static final int STRIKES = 25;

    private final TestDatabase database;
    private final Database watchdog;

    /** @param watchdog for what the price watchdog writes */
    CoordinatorWorld(TestDatabase database, Database watchdog) {
        this.database = database;
        this.watchdog = watchdog;
        database.execute("""
                INSERT INTO markets.exchange_status (exchange_index, exchange_active, trading_active, checked_at)
                VALUES (2, true, true, now()) ON CONFLICT DO NOTHING;
                INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
                VALUES ('KXBTCD', 'Bitcoin', 'quadratic', 1) ON CONFLICT DO NOTHING""");
    }

    /** Strikes from 112,249.99 to 118,249.99; each asks .97 for yes and .06 for no. */
    String event(BusinessTime now, Duration toClose) {
        String event = "KXBTCD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        execute("""
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('%1$s', 'KXBTCD', 'BTC', 'Bitcoin at noon', '%2$s', '%3$s', 2);
                INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, status, opens_at, closes_at,
                    exchange_index, grid, volume)
                SELECT '%1$s-T' || strike, '%1$s', 'BTC', 'GREATER', strike, 'ACTIVE', '%2$s', '%3$s', 2,
                    '[{"start":"0.0000","end":"1.0000","step":"0.0100"}]', 5000
                FROM (SELECT 112249.99 + 250 * n AS strike FROM generate_series(0, %4$d - 1) n) s;
                INSERT INTO markets.books (ticker, event_ticker, yes_bids, no_bids, revision, changed_at)
                SELECT ticker, event_ticker, '[["0.9400","500.00"]]', '[["0.0300","500.00"]]', 1, now()
                FROM markets.markets WHERE event_ticker = '%1$s';
                INSERT INTO markets.book_feeds (event_ticker, source, valid, heard_at)
                VALUES ('%1$s', 'websocket', true, clock_timestamp() + interval '1 hour')""", event, now.minus(Duration.ofMinutes(50)), now.plus(toClose), STRIKES);
        return event;
    }

    void closeAllEvents(BusinessTime now) {
        execute("UPDATE markets.events SET closes_at = '%s' WHERE closes_at > '%s'", now, now);
    }

    /** A live price received so long ahead that it stays fresh for the whole test. */
    void price(String dollars, BusinessTime now, SystemTime received) {
        OptionalDouble vol = OptionalDouble.of(0.00005);
        PriceSnapshot snapshot = new PriceSnapshot(
                Symbol.BTC,
                SpotPrice.of(dollars),
                now,
                Optional.empty(),
                Optional.of(new Momentum(0.05)),
                Deltas.NONE,
                new Volatility(vol, vol, vol, vol, vol),
                FeedPulse.heard(now),
                Optional.empty(),
                Optional.empty());
        watchdog.transaction(statements -> {
            new LatestPriceStore()
                    .write(
                            statements,
                            new LatestPrice(
                                    snapshot,
                                    OptionalLong.of(1),
                                    PriceQuality.TRADED,
                                    FeedState.LIVE,
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    received));
            return null;
        });
    }

    Optional<StrikeTableStore.Stored> table() {
        return new StrikeTableStore().read(watchdog, Symbol.BTC);
    }

    /** A book changes; the watchdog's notification wakes the coordinator. */
    void book(String ticker, String yesBid, String noBid) {
        execute("""
                UPDATE markets.books SET yes_bids = '[["%s","500.00"]]', no_bids = '[["%s","500.00"]]',
                    revision = (SELECT max(revision) + 1 FROM markets.books) WHERE ticker = '%s';
                NOTIFY book, 'BTC'""", yesBid, noBid, ticker);
    }

    void execute(String sql, Object... parts) {
        database.execute(sql.formatted(parts));
    }
}
