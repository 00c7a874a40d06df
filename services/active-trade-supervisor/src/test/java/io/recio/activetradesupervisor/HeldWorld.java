package io.recio.activetradesupervisor;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.probability.Probability;
import io.recio.domain.striketable.LiveProbability;
import io.recio.domain.striketable.LiveProbability.Direction;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.striketable.WatchlistSettings;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeTerms;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.Database;
import io.recio.storage.json.EventJson;
import io.recio.storage.price.FeedState;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LatestPriceStore;
import io.recio.storage.striketable.StrikeTableStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ten contracts of yes bought at .96 ten minutes before the close, and what price, table and book say of them. */
final class HeldWorld {

    static final Duration TO_CLOSE = Duration.ofMinutes(10);

    private static final EventJson<TradeEvent> EVENTS = new EventJson<>(TradeEvent.class);
    private static final AtomicLong VERSION = new AtomicLong();
    private static final Strike STRIKE = Strike.above(SpotPrice.of("114999.99"));

    final String trade = UUID.randomUUID().toString();
    final String event =
            "KXBTCD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    final String ticker = event + "-T114999.99";

    private final TestDatabase database;
    private final Database others;
    private final BusinessTime now;

    /** @param others for what other services write through the stores */
    HeldWorld(TestDatabase database, Database others, BusinessTime now) {
        this.database = database;
        this.others = others;
        this.now = now;
    }

    /** The market, bid at .95; earlier trades are over; every stop is off. */
    void market() {
        execute("""
            UPDATE trading.trades SET status = 'closed';
            UPDATE settings.auto_stop SET enabled = false, verification_enabled = false, momentum_spike_enabled = true,
                trailing_stop_enabled = false, take_profit_enabled = false, emergency_policy = 'close', verification_seconds = 15,
                min_ttc_seconds = 60;
            INSERT INTO markets.exchange_status (exchange_index, exchange_active, trading_active, checked_at)
            VALUES (2, true, true, now()) ON CONFLICT DO NOTHING;
            INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
            VALUES ('KXBTCD', 'Bitcoin', 'quadratic', 1) ON CONFLICT DO NOTHING;
            INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
            VALUES ('%1$s', 'KXBTCD', 'BTC', 'Bitcoin at noon', '%3$s', '%4$s', 2);
            INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, status, opens_at, closes_at,
                exchange_index, grid)
            VALUES ('%2$s', '%1$s', 'BTC', 'GREATER', 114999.99, 'ACTIVE', '%3$s', '%4$s', 2,
                '[{"start":"0.0000","end":"1.0000","step":"0.0100"}]');
            INSERT INTO markets.books (ticker, event_ticker, yes_bids, no_bids, revision, changed_at)
            VALUES ('%2$s', '%1$s', '[["0.9500","500.00"]]', '[["0.0400","500.00"]]', 1, now());
            INSERT INTO markets.book_feeds (event_ticker, source, valid, heard_at)
            VALUES ('%1$s', 'websocket', true, clock_timestamp() + interval '1 hour')\
            """, event, ticker, now.minus(Duration.ofMinutes(50)), now.plus(TO_CLOSE));
    }

    /** The trade manager books the trade, filled whole for a fee of three cents. */
    void bought() {
        MarketTicker market = new MarketTicker(ticker);
        TradeEvent requested = new TradeEvent.TradeRequested(
                new TradeTerms(
                        TradeId.of(trade),
                        Symbol.BTC,
                        new EventTicker(event),
                        market,
                        STRIKE,
                        now.plus(TO_CLOSE),
                        Side.YES,
                        Quantity.ofContracts(10),
                        Price.of("0.97"),
                        new ClientOrderId("test-" + trade),
                        "Hourly HTC",
                        Optional.empty()),
                now);
        TradeEvent filled = new TradeEvent.EntryFilled(
                new Fill(
                        new FillId("f-" + trade),
                        new ExchangeOrderId("x-" + trade),
                        Optional.empty(),
                        market,
                        Side.YES,
                        Price.of("0.96"),
                        Quantity.ofContracts(10),
                        Money.of("0.03"),
                        true,
                        now),
                now);
        execute(
                """
                INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, ticker, side,
                    quantity, price_cap, strategy, reason, seen, payload_hash, business_at, state)
                VALUES ('%1$s', 'simulated', 'simulated', '%1$s', 'open', '', '%2$s', 'YES', 10, 0.97, 'Hourly HTC', 'auto', '{}',
                    'x', now(), 'answered');
                INSERT INTO trading.trades (trade_id, account, mode, request_id, ticker, event_ticker, symbol, side, strategy,
                    entered_by, status, requested, filled, strike, strike_type, closes_at, price_cap, created_at, events)
                VALUES ('%1$s', 'simulated', 'simulated', '%1$s', '%2$s', '%3$s', 'BTC', 'YES', 'Hourly HTC', 'test', 'open', 10,
                    10, 114999.99, 'GREATER', '%4$s', 0.97, now(), 2);
                INSERT INTO trading.trade_events (trade_id, seq, type, document, business_at)
                VALUES ('%1$s', 1, '%5$s', '%6$s', now()), ('%1$s', 2, '%7$s', '%8$s', now())\
                """,
                trade,
                ticker,
                event,
                now.plus(TO_CLOSE),
                EVENTS.type(requested),
                EVENTS.document(requested),
                EVENTS.type(filled),
                EVENTS.document(filled));
    }

    /** A live price and a strike table that stay fresh for the whole test. */
    void seen(String dollars, double probabilityOfYes, double momentum, SystemTime wrote) {
        SpotPrice spot = SpotPrice.of(dollars);
        PriceSnapshot snapshot = new PriceSnapshot(
                Symbol.BTC,
                spot,
                now,
                Optional.empty(),
                Optional.of(new Momentum(momentum)),
                Deltas.NONE,
                Volatility.NONE,
                FeedPulse.heard(now),
                Optional.empty(),
                Optional.empty());
        StrikeTable table = table(spot);
        others.transaction(statements -> {
            new LatestPriceStore()
                    .write(
                            statements,
                            new LatestPrice(
                                    snapshot,
                                    OptionalLong.empty(),
                                    PriceQuality.TRADED,
                                    FeedState.LIVE,
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    wrote.plus(Duration.ofHours(1))));
            new StrikeTableStore()
                    .write(
                            statements,
                            VERSION.incrementAndGet(),
                            table,
                            List.of(live(spot, probabilityOfYes)),
                            Watchlist.of(table, WatchlistSettings.DEFAULT),
                            now);
            return statements.update(
                    "UPDATE live_data.strike_table SET written_at = clock_timestamp() + interval '1 hour'");
        });
    }

    /** The market lies outside the rows of the table. */
    private StrikeTable table(SpotPrice spot) {
        return new StrikeTable(
                Symbol.BTC,
                "Kalshi",
                spot,
                PriceBasis.SPOT,
                TO_CLOSE.toSeconds(),
                new EventTicker(event),
                now.plus(TO_CLOSE),
                "Bitcoin at noon",
                MarketStatus.ACTIVE,
                OptionalDouble.empty(),
                now,
                Optional.empty(),
                Deltas.NONE,
                Optional.empty(),
                List.of(),
                List.of());
    }

    private LiveProbability live(SpotPrice spot, double probabilityOfYes) {
        Optional<Probability> yes = Optional.of(new Probability(probabilityOfYes));
        return new LiveProbability(
                new MarketTicker(ticker),
                STRIKE,
                spot.distanceTo(STRIKE.level()),
                0.1,
                Direction.UP,
                yes,
                yes.map(Probability::complement),
                yes,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The best bid for yes. */
    void bid(String dollars) {
        execute(
                "UPDATE markets.books SET yes_bids = '[[\"%s\",\"500.00\"]]', revision = revision + 1 WHERE ticker ="
                        + " '%s'; NOTIFY price",
                dollars, ticker);
    }

    /** The trade manager books what else happened; the row stays open. */
    void happens(TradeEvent... events) {
        for (TradeEvent event : events) {
            execute("""
                INSERT INTO trading.trade_events (trade_id, seq, type, document, business_at)
                SELECT '%1$s', max(seq) + 1, '%2$s', '%3$s', now() FROM trading.trade_events WHERE trade_id = '%1$s'\
                """, trade, EVENTS.type(event), EVENTS.document(event));
        }
        execute("UPDATE trading.trades SET events = 2 WHERE trade_id = '%s'", trade);
    }

    /** A column of the trade's row in {@code trading.active_trades}; empty without a row or a value. */
    String active(String column) {
        return text("SELECT (%s)::text FROM trading.active_trades WHERE trade_id = '%s'".formatted(column, trade));
    }

    List<String> closeRequests() {
        return texts("""
            SELECT concat_ws(' ', idempotency_key, requested_by, reason, side, emergency, valid_until)
            FROM trading.requests WHERE kind = 'close' AND trade_id = '%s'\
            """.formatted(trade));
    }

    /** The trade manager answers what waits. */
    void answerCloses(String outcome) {
        execute("""
            UPDATE trading.requests SET state = 'answered', answered_at = clock_timestamp(),
                answer = '{"outcome":"%s","code":"FAULT"}'
            WHERE trade_id = '%s' AND kind = 'close' AND state = 'new'\
            """, outcome, trade);
    }

    String text(String sql) {
        return texts(sql).stream().findFirst().orElse("");
    }

    private List<String> texts(String sql) {
        return database.texts(sql);
    }

    void execute(String sql, Object... parts) {
        database.execute(sql.formatted(parts));
    }
}
