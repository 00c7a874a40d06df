package io.recio.trademanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.Database;
import io.recio.storage.system.Installation;
import io.recio.storage.system.Mode;
import io.recio.storage.trading.RequestStore;
import io.recio.storage.trading.TradeRequest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RequestsIT extends TradeManagerFixture {

    @Inject
    Vertx vertx;

    @Test
    void writesTradeEventAndIntentForAnEntryInYes() {
        Entry entry = entered("YES", "10", "0.97");
        assertThat(world.trade(entry.trade(), "status")).isEqualTo("pending");
        assertThat(world.trade(entry.trade(), "entered_by || ' ' || strategy")).isEqualTo("postgres Hourly HTC");
        assertThat(world.trade(
                        entry.trade(),
                        "ask_seen || ' ' || probability_seen || ' ' || momentum_seen || ' ' || spot_seen"))
                .isEqualTo("0.9600 0.976 0.12 115250.000000");
        assertThat(world.trade(entry.trade(), "strike || ' ' || strike_type || ' ' || symbol"))
                .isEqualTo("114999.990000 GREATER BTC");
        assertThat(world.events(entry.trade())).containsExactly("TradeRequested");
        assertThat(entry.order()).matches("test-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(world.text("""
            SELECT concat_ws(' ', purpose, book_side, quantity, yes_price, time_in_force, reduce_only,
                self_trade_prevention, order_group, exchange_index, state, attempt,
                deadline BETWEEN intended_at + interval '1 second' AND intended_at + interval '2 seconds')
            FROM trading.order_intents WHERE client_order_id = '%s'\
            """.formatted(entry.order())))
                .isEqualTo("entry bid 10.00 0.9700 immediate_or_cancel f taker_at_cross 2 new 0 t");
    }

    @Test
    void buysNoAsAnAskAtTheComplement() {
        Entry entry = entered("NO", "3", "0.96");
        assertThat(world.text(
                        "SELECT book_side || ' ' || yes_price FROM trading.order_intents WHERE client_order_id = '%s'"
                                .formatted(entry.order())))
                .isEqualTo("ask 0.0400");
    }

    @Test
    void letsAutomaticEntriesRestWhenTheSettingSaysSoAndNeverOneByHand() {
        world.execute("UPDATE settings.orders SET entry_time_in_force = 'good_till_canceled'");
        beginAnew();
        assertThat(timeInForce(entered("YES", "1", "0.97").order())).isEqualTo("good_till_canceled");
        assertThat(timeInForce(answered(world.requestOpenFor("ada", "YES", "1", "0.97"))
                        .getString("clientOrderId")))
                .isEqualTo("immediate_or_cancel");
        world.execute("UPDATE settings.orders SET entry_time_in_force = 'immediate_or_cancel'");
        beginAnew();
        assertThat(timeInForce(entered("YES", "1", "0.97").order())).isEqualTo("immediate_or_cancel");
    }

    @Test
    void entersUnderTheNameOfTheUserWhoAsked() {
        JsonObject answer = answered(world.requestOpenFor("ada", "YES", "1", "0.97"));
        assertThat(world.trade(answer.getString("tradeId"), "entered_by")).isEqualTo("ada");
    }

    @Test
    void deniesAStaleRequestAndLeavesADeniedTrade() {
        String request = world.request(
                "open", world.ticker, "YES", "1", "0.97", null, "'auto'", "clock_timestamp() - interval '1 second'");
        assertDenied(request, "STALE_REQUEST");
        assertThat(world.text(
                        "SELECT status || ' ' || denial_code || ' ' || events FROM trading.trades WHERE request_id = '%s'"
                                .formatted(request)))
                .isEqualTo("denied STALE_REQUEST 2");
        assertThat(world.text("SELECT count(*) FROM trading.order_intents WHERE ticker = '%s'".formatted(world.ticker)))
                .isEqualTo("0");
    }

    @Test
    void deniesAPriceOffTheGrid() {
        JsonObject answer = assertDenied(world.requestOpen("YES", "1", "0.9650"), "PRICE_OFF_GRID");
        assertThat(answer.getJsonObject("facts")).isEqualTo(new JsonObject().put("priceCap", "0.9650"));
        assertDenied(world.requestOpen("NO", "1", "1"), "PRICE_OFF_GRID");
    }

    @Test
    void deniesAnUnknownMarketWithoutATrade() {
        String request = world.request("open", "KXBTCD-NOWHERE", "YES", "1", "0.97", null, "'auto'", "NULL");
        assertDenied(request, "MARKET_UNKNOWN");
        assertThat(world.text("SELECT count(*) FROM trading.trades WHERE request_id = '%s'".formatted(request)))
                .isEqualTo("0");
    }

    @Test
    void deniesAClosedMarketAPausedShardAndASilentBook() {
        world.execute("UPDATE markets.markets SET status = 'INACTIVE' WHERE ticker = '%s'", world.ticker);
        assertDenied(world.requestOpen("YES", "1", "0.97"), "MARKET_CLOSED");
        world.execute("UPDATE markets.markets SET status = 'ACTIVE' WHERE ticker = '%s'", world.ticker);
        world.execute("UPDATE markets.exchange_status SET trading_active = false WHERE exchange_index = 2");
        assertDenied(world.requestOpen("YES", "1", "0.97"), "TRADING_PAUSED");
        world.execute("UPDATE markets.exchange_status SET trading_active = true WHERE exchange_index = 2");
        world.execute(
                "UPDATE markets.book_feeds SET valid = false, reason = 'gap' WHERE event_ticker = '%s'", world.event);
        assertDenied(world.requestOpen("YES", "1", "0.97"), "BOOK_NOT_FRESH");
    }

    @Test
    void deniesEntriesWhileTheSwitchIsOnOrTheBooksAreHalted() {
        world.execute("UPDATE trading.risk_state SET kill_switch = true");
        assertDenied(world.requestOpen("YES", "1", "0.97"), "KILL_SWITCH_ON");
        world.execute(
                "UPDATE trading.risk_state SET kill_switch = false, entries_halted = true, halt_reason = 'by hand'");
        JsonObject answer = assertDenied(world.requestOpen("YES", "1", "0.97"), "RECONCILIATION_HALT");
        assertThat(answer.getJsonObject("facts").getString("reason")).isEqualTo("by hand");
    }

    @Test
    void deniesTheOppositeSideOfAnUnsettledEntry() {
        entered("YES", "10", "0.97");
        assertDenied(world.requestOpen("NO", "1", "0.10"), "OPPOSITE_SIDE_HELD");
    }

    @Test
    void countsAnUnsettledEntryAsFilled() {
        world.execute("UPDATE settings.risk_limits SET max_contracts_per_market = 15");
        entered("YES", "10", "0.97");
        JsonObject answer = assertDenied(world.requestOpen("YES", "6", "0.97"), "CONTRACTS_PER_MARKET_ABOVE_LIMIT");
        assertThat(answer.getJsonObject("facts"))
                .isEqualTo(new JsonObject()
                        .put("contracts", "16.00")
                        .put("limit", "15.00")
                        .put("requested", "6.00"));
        entered("YES", "5", "0.97");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "max_contracts_per_order = 5, CONTRACTS_PER_ORDER_ABOVE_LIMIT",
        "max_contracts_per_market = 15, CONTRACTS_PER_MARKET_ABOVE_LIMIT",
        "max_contracts_per_event = 15, CONTRACTS_PER_EVENT_ABOVE_LIMIT",
        "max_exposure_dollars = 15, EXPOSURE_ABOVE_LIMIT",
        "max_open_trades = 1, OPEN_TRADES_ABOVE_LIMIT",
        "max_orders_per_minute = 1, ENTRIES_PER_MINUTE_ABOVE_LIMIT",
        "balance_reserve_dollars = 100000, BALANCE_BELOW_RESERVE"
    })
    void deniesWhatALimitForbidsWithItsNumbersAndNeverAClose(String limit, String code) {
        Entry held = bought("YES", "0.96", "0.03");
        world.execute("UPDATE settings.risk_limits SET " + limit);
        JsonObject answer = assertDenied(world.requestOpen("YES", "6", "0.97"), code);
        assertThat(answer.getJsonObject("facts").fieldNames())
                .containsAnyOf("limit", "reserve")
                .hasSizeGreaterThan(1);
        assertThat(answered(world.requestClose(held.trade(), "YES", "MANUAL")).getString("outcome"))
                .isEqualTo("placed");
    }

    @Test
    void countsTheStrikesOfAnEventTogether() {
        world.execute("UPDATE settings.risk_limits SET max_contracts_per_event = 15");
        entered("YES", "10", "0.97");
        String neighbour = world.event + "-T115249.99";
        world.market(neighbour, "115249.99", business.now());
        String request = world.request("open", neighbour, "YES", "6", "0.97", null, "'auto'", "NULL");
        assertThat(assertDenied(request, "CONTRACTS_PER_EVENT_ABOVE_LIMIT").getJsonObject("facts"))
                .isEqualTo(new JsonObject()
                        .put("contracts", "16.00")
                        .put("limit", "15.00")
                        .put("requested", "6.00"));
    }

    @Test
    void countsATradeNobodyValuesAsLostUntilSomebodyDoes() {
        Entry held = entered("YES", "800", "0.97");
        world.fill(held.order(), "x-" + held.order(), "YES", "0.96", "800", "2");
        becomes(held, "open");
        world.limitFurtherLossTo("700");
        JsonObject facts = assertDenied(world.requestOpen("YES", "1", "0.97"), "DAILY_LOSS_LIMIT_REACHED")
                .getJsonObject("facts");
        assertThat(new BigDecimal(facts.getString("inDoubt"))).isLessThanOrEqualTo(new BigDecimal("-768"));
        afterAStep();
        assertThat(world.text("SELECT kill_switch FROM trading.risk_state"))
                .as("what is only doubted throws no switch at once")
                .isEqualTo("f");
        world.execute("""
            INSERT INTO trading.active_trades (trade_id, ticker, unrealized_pnl, last_pnl, stop_state, computed_at, valued_at)
            VALUES ('%s', '%s', -1, -1, '{}', now(), clock_timestamp() + interval '1 hour')\
            """, held.trade(), world.ticker);
        entered("YES", "1", "0.97");
        world.execute(
                "UPDATE trading.active_trades SET valued_at = clock_timestamp() - interval '6 seconds' WHERE trade_id"
                        + " = '%s'",
                held.trade());
        assertDenied(world.requestOpen("YES", "1", "0.97"), "DAILY_LOSS_LIMIT_REACHED");
        world.settlement("1", "800", "0", "800.00", "2.00", "final");
        becomes(held, "closed");
    }

    @Test
    void letsNoServiceClearTheKillSwitch() {
        world.execute("UPDATE trading.risk_state SET kill_switch = true");
        Pool pool = poolAs("recio_trade_manager");
        try {
            Database asManager = new Database(pool, Duration.ofSeconds(5));
            assertThatThrownBy(() -> asManager.update("UPDATE trading.risk_state SET kill_switch = false"))
                    .hasStackTraceContaining("only an operator clears the kill switch, recio_trade_manager may not");
            assertThat(asManager.update("UPDATE trading.risk_state SET entries_halted = false"))
                    .isPositive();
        } finally {
            pool.close();
        }
        assertThat(world.text("SELECT kill_switch FROM trading.risk_state")).isEqualTo("t");
    }

    @Test
    void letsOnlyTheScreenAskToStopAClose() {
        for (String role :
                List.of("recio_auto_entry_supervisor", "recio_active_trade_supervisor", "recio_trade_manager")) {
            Pool pool = poolAs(role);
            try {
                Database as = new Database(pool, Duration.ofSeconds(5));
                RequestStore store = new RequestStore(new Installation("test", Mode.SIMULATED, "simulated"));
                assertThatThrownBy(() -> store.submit(as, abandonment()))
                        .as(role)
                        .hasStackTraceContaining("row-level security");
            } finally {
                pool.close();
            }
        }
    }

    @Test
    void refusesABrokenRowAndGoesOnWithTheNext() {
        String broken = world.request("open", "not a ticker", "YES", "1", "0.97", null, "'auto'", "NULL");
        String without = world.request("open", world.ticker, "YES", "1", null, null, "'auto'", "NULL");
        String huge = world.request("open", world.ticker, "YES", "999999999999.99", "0.97", null, "'auto'", "NULL");
        Entry next = entered("YES", "1", "0.97");
        assertDenied(broken, "BAD_REQUEST");
        assertDenied(without, "BAD_REQUEST");
        assertDenied(huge, "BAD_REQUEST");
        assertThat(world.trade(next.trade(), "status")).isEqualTo("pending");
    }

    @Test
    void answersARepeatedKeyOnceAndRefusesItForAnotherWish() {
        Pool pool = poolAs("recio_auto_entry_supervisor");
        try {
            Database asAutoEntry = new Database(pool, Duration.ofSeconds(5));
            RequestStore store = new RequestStore(new Installation("test", Mode.SIMULATED, "simulated"));
            UUID first = UUID.randomUUID();
            assertThat(store.submit(asAutoEntry, wish(first, "2"))).isEqualTo(new RequestStore.Submitted(first));
            JsonObject answer = answered(first.toString());
            assertThat(store.submit(asAutoEntry, wish(UUID.randomUUID(), "2")))
                    .isEqualTo(new RequestStore.AlreadySubmitted(first));
            assertThat(store.submit(asAutoEntry, wish(UUID.randomUUID(), "3")))
                    .isInstanceOf(RequestStore.KeyReused.class);
            assertThat(world.trade(answer.getString("tradeId"), "entered_by")).isEqualTo("recio_auto_entry_supervisor");
            assertThat(world.text("SELECT count(*) FROM trading.trades WHERE ticker = '%s'".formatted(world.ticker)))
                    .isEqualTo("1");
        } finally {
            pool.close();
        }
    }

    private Pool poolAs(String role) {
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(
                        PgConnectOptions.fromUri(database.url()).setUser(role).setPassword(TestDatabase.PASSWORD))
                .build();
    }

    private TradeRequest abandonment() {
        UUID id = UUID.randomUUID();
        return new TradeRequest(
                id,
                "test:" + id,
                new TradeRequest.Abandon(id, new MarketTicker(world.ticker), Side.YES),
                Optional.of("ada"),
                "Hourly HTC",
                "MANUAL",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                business.now());
    }

    private TradeRequest wish(UUID id, String quantity) {
        return new TradeRequest(
                id,
                "entry:" + world.event + ":1",
                new TradeRequest.Open(
                        new MarketTicker(world.ticker), Side.YES, Quantity.of(quantity), Price.of("0.97")),
                Optional.empty(),
                "Hourly HTC",
                "auto entry",
                Optional.empty(),
                Map.of("ask", "0.96"),
                Optional.of(Duration.ofSeconds(30)),
                business.now());
    }

    /** What is remembered of the settings goes with the lease. */
    private void beginAnew() {
        long epoch = runner.lastEpoch();
        world.execute("UPDATE system.leases SET holder = 'another', epoch = epoch + 1, expires_at = clock_timestamp()"
                + " WHERE name = 'trade-manager'");
        await().atMost(SOON).until(() -> runner.isActive() && runner.lastEpoch() > epoch);
    }

    private String timeInForce(String order) {
        return world.text("SELECT time_in_force FROM trading.order_intents WHERE client_order_id = '" + order + "'");
    }

    private JsonObject assertDenied(String request, String code) {
        JsonObject answer = answered(request);
        assertThat(answer.getString("outcome")).as(answer.encode()).isEqualTo("denied");
        assertThat(answer.getString("code")).as(answer.encode()).isEqualTo(code);
        return answer;
    }
}
