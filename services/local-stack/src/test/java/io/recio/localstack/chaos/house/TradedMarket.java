package io.recio.localstack.chaos.house;

import static org.awaitility.Awaitility.await;

import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.money.Price;
import io.recio.domain.price.SpotPrice;
import io.recio.fixtures.OneStrike;
import io.recio.fixtures.TestDatabase;
import io.recio.kalshi.client.EventFilter;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.MarketListing;
import io.recio.localstack.chaos.run.Rows;
import io.recio.storage.json.DomainJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One market of the simulator, in our tables as the watchdog writes it, and the requests made about it. */
final class TradedMarket {

    private static final String CASH = "10000";
    private static final Price LOWEST = Price.of("0.30");
    private static final Price HIGHEST = Price.of("0.70");
    private static final Price CENT = Price.ofCents(1);
    private static final Price FAR_BELOW = Price.ofCents(10);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private static final BigDecimal FALLEN = new BigDecimal("0.97");

    private final TestDatabase database;
    private final SimulatorProcess simulator;
    private final Rows rows;
    private final Market market;
    private final String ticker;

    TradedMarket(TestDatabase database, SimulatorProcess simulator, KalshiRest kalshi) {
        this.database = database;
        this.simulator = simulator;
        this.rows = new Rows(database::admin);
        await().atMost(RealHouse.PATIENCE).ignoreExceptions().until(() -> !kalshi.markets()
                .events(new SeriesTicker("KXBTCD"), EventFilter.OPEN)
                .isEmpty());
        simulator.admin().clearFaults();
        simulator.admin().openAnew(CASH);
        EventListing event = kalshi.markets()
                .events(new SeriesTicker("KXBTCD"), EventFilter.OPEN)
                .getFirst();
        MarketListing market = kalshi.markets().markets(event.ticker(), event.exchangeIndex()).markets().stream()
                .filter(TradedMarket::isUndecided)
                .findFirst()
                .orElseThrow();
        this.market = market.market();
        this.ticker = this.market.ticker().value();
        anchorClock(simulator);
        write(event, market);
        allowEntries(event.exchangeIndex());
    }

    /** An entry needs an order group and a balance, a check needs an account that has been read. */
    void awaitReady() {
        await().atMost(RealHouse.PATIENCE).until(() -> is("""
                SELECT EXISTS (SELECT 1 FROM trading.order_groups WHERE state = 'armed')
                    AND EXISTS (SELECT 1 FROM account.balances WHERE balance = %s)
                    AND EXISTS (SELECT 1 FROM account.sync_state WHERE NOT stale AND socket_connected
                        AND subscribed_since IS NOT NULL AND reconciled_at IS NOT NULL)
                    AND EXISTS (SELECT 1 FROM trading.risk_state WHERE NOT kill_switch)""".formatted(CASH)));
    }

    /** Three contracts of yes at whatever is asked. */
    void buy() {
        request("open", "3", "0.99", "NULL", false, "by hand");
    }

    /** Three contracts of yes, wanted by automatic entry far below what anybody asks before the underlying falls. */
    void bidFarBelow() {
        request("open", "3", FAR_BELOW.toString(), "NULL", false, "auto");
    }

    /** The same at the lowest price, which nobody gives. */
    void bidLowest() {
        request("open", "3", CENT.toString(), "NULL", false, "auto");
    }

    /** The underlying falls far below the strike, so that everybody sells yes. */
    void fall() {
        simulator.tick("BTC-USD", floor().dollars().multiply(FALLEN).setScale(2, RoundingMode.DOWN));
    }

    /** What does not fill at once may rest for a minute, and the side would be entered again at any price. */
    void letEntriesRest() {
        database.execute("""
                UPDATE settings.orders SET entry_time_in_force = 'good_till_canceled', entry_expiry_seconds = 60;
                UPDATE settings.auto_entry SET enabled = true, min_time_seconds = 0, max_time_seconds = 3600;
                INSERT INTO trading.auto_entry_state (symbol, state, document, updated_at) VALUES ('BTC', 'ACTIVE', '{}', now());
                INSERT INTO system.leases (name, holder, epoch, expires_at)
                VALUES ('auto-entry-supervisor', 'test', 1, clock_timestamp() + interval '1 hour');
                INSERT INTO live_data.strike_table (symbol, event_ticker, version, computed_at, price_at, document, written_at)
                VALUES ('BTC', '%s', 1, now(), now(), '%s', clock_timestamp() + interval '1 hour')""".formatted(
                        market.event(),
                        DomainJson.write(OneStrike.table(
                                market.event(),
                                market.ticker(),
                                99,
                                market.closesAt(),
                                market.closesAt().minus(HALF_AN_HOUR)))));
    }

    /** State, status, filled and reason of the entry. */
    String standing() {
        return text("SELECT concat_ws(' ', i.state, o.status, o.filled, o.reason) FROM trading.order_intents i"
                + " JOIN trading.orders o USING (client_order_id) WHERE i.purpose = 'entry'");
    }

    String tradeStatus() {
        return text("SELECT status FROM trading.trades");
    }

    /** Taker or maker, and the fee, of each fill of ours. */
    String fills() {
        return text(
                "SELECT string_agg(DISTINCT concat_ws(' ', CASE WHEN taker THEN 'taker' ELSE 'maker' END, fee::float),"
                        + " ', ') FROM account.fills");
    }

    String ticker() {
        return ticker;
    }

    /** Sells what is held at whatever is bid. */
    void sell() {
        request("close", "NULL", "NULL", "(SELECT trade_id FROM trading.trades)", true, "EMERGENCY");
    }

    /** Whether the entry is over and the trade holds what it filled. */
    boolean isEntered() {
        return is("""
                SELECT EXISTS (SELECT 1 FROM trading.trades t JOIN trading.order_intents i USING (trade_id)
                    WHERE i.state = 'final' AND t.filled = 3)""");
    }

    /** Whether an order's outcome was ever unknown. */
    boolean wasInDoubt() {
        return is("SELECT EXISTS (SELECT 1 FROM trading.order_events WHERE type = 'OrderFellInDoubt')");
    }

    boolean isClosed() {
        return is("SELECT EXISTS (SELECT 1 FROM trading.trades WHERE status = 'closed')");
    }

    private void request(String kind, String quantity, String cap, String trade, boolean emergency, String reason) {
        database.execute("""
                INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, on_behalf_of,
                    ticker, side, quantity, price_cap, trade_id, emergency, strategy, reason, seen, payload_hash, valid_until,
                    business_at)
                VALUES ('%1$s', 'simulated', 'simulated', '%1$s', '%2$s', '', %9$s, '%3$s', 'YES', %4$s, %5$s, %6$s, %7$s,
                    'Hourly HTC', '%8$s', '{}', 'x', clock_timestamp() + interval '1 minute', now())""".formatted(
                        UUID.randomUUID(),
                        kind,
                        ticker,
                        quantity,
                        cap,
                        trade,
                        emergency,
                        reason,
                        reason.equals("auto") ? "NULL" : "'ada'"));
    }

    /** One whose price is far from both ends. */
    private static boolean isUndecided(MarketListing market) {
        Optional<Price> bid = market.quote().yesBid().map(Level::price);
        Optional<Price> ask = market.quote().yesAsk().map(Level::price);
        return bid.isPresent()
                && ask.isPresent()
                && bid.get().isAbove(LOWEST)
                && ask.get().isBelow(HIGHEST);
    }

    private void anchorClock(SimulatorProcess simulator) {
        database.execute("UPDATE system.clock SET business_anchor = '%s', system_anchor = '%s', speed = %d"
                .formatted(SimulatorProcess.BUSINESS_START, simulator.startedAt(), simulator.speed()));
    }

    private void write(EventListing event, MarketListing market) {
        database.execute("""
                INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
                VALUES ('KXBTCD', 'Bitcoin', 'quadratic', 1);
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('%1$s', 'KXBTCD', 'BTC', 'Bitcoin', '%4$s', '%5$s', %6$d);
                INSERT INTO markets.book_feeds (event_ticker, source, valid, heard_at)
                VALUES ('%1$s', 'websocket', true, clock_timestamp() + interval '1 hour');
                INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, status, opens_at,
                    closes_at, exchange_index, grid)
                VALUES ('%2$s', '%1$s', 'BTC', 'GREATER', %3$s, 'ACTIVE', '%4$s', '%5$s', %6$d,
                    '[{"start":"0.0000","end":"1.0000","step":"0.0100"}]');
                INSERT INTO markets.books (ticker, event_ticker, yes_bids, no_bids, revision, changed_at)
                VALUES ('%2$s', '%1$s', '[["0.0100","500.00"]]', '[["0.0100","500.00"]]', 1, now())""".formatted(
                        event.ticker(),
                        ticker,
                        floor(),
                        market.market().opensAt(),
                        market.market().closesAt(),
                        event.exchangeIndex()));
    }

    private SpotPrice floor() {
        return Objects.requireNonNull(market.strike().floor());
    }

    private void allowEntries(int shard) {
        database.execute("""
                UPDATE settings.risk_limits SET balance_reserve_dollars = 0, max_exposure_dollars = 1000;
                INSERT INTO markets.exchange_status (exchange_index, exchange_active, trading_active, checked_at)
                VALUES (%d, true, true, now());
                INSERT INTO trading.supervisor_heartbeat (account, mode, epoch, beat_at)
                VALUES ('simulated', 'simulated', 1, clock_timestamp() + interval '1 hour')""".formatted(shard));
    }

    private boolean is(String sql) {
        return text(sql).equals("t");
    }

    private String text(String sql) {
        try {
            return rows.first(row -> String.valueOf(row.getString(1)), sql).orElse("");
        } catch (SQLException e) {
            throw new IllegalStateException("query must work: " + sql, e);
        }
    }
}
