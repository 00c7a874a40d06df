package io.recio.mainapp.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.ScreenDatabaseResource;
import io.recio.mainapp.TradeManagerStandIn;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class TradeIT {

    private static final String TICKER = ExchangeRows.ticker("BTC", 118000);

    TestDatabase database;

    private Browser trader;
    private ExchangeRows rows;

    @BeforeEach
    void aMarket() {
        database.execute("TRUNCATE trading.trades, trading.requests, trading.decisions, trading.auto_entry_state, "
                + "system.alerts, account.balances, account.positions, account.fills, account.settlements CASCADE");
        rows = new ExchangeRows(database, Instant.now().plus(Duration.ofMinutes(10)));
        rows.markets("BTC", 118000, 250);
        rows.strikeTable("BTC", "118082.01", 118000, 250);
        trader = Browser.loggedIn(database, "trader", "trader");
    }

    @Test
    void placesATradeThatTheManagerAccepts() throws Exception {
        UUID trade = UUID.randomUUID();
        try (var manager =
                new TradeManagerStandIn(database, "{\"outcome\":\"placed\",\"tradeId\":\"" + trade + "\"}")) {
            open("key-placed-1", "5", "0.9700")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("placed"), "tradeId", equalTo(trade.toString()));
            assertThat(manager.answered()).containsExactly("open " + TICKER + " YES 5.00");
        }
        assertThat(requestRow()).isEqualTo("recio_main_app trader Manual MANUAL 0.9700 118082.01 valid");
    }

    @Test
    void tellsWhyTheManagerDenied() throws Exception {
        String answer =
                "{\"outcome\":\"denied\",\"code\":\"EXPOSURE_ABOVE_LIMIT\",\"facts\":{\"exposure\":\"1010.00\",\"limit\":\"1000\"}}";
        try (var manager = new TradeManagerStandIn(database, answer)) {
            open("key-denied-1", "5", "0.9700")
                    .then()
                    .statusCode(200)
                    .body(
                            "outcome", equalTo("denied"),
                            "code", equalTo("EXPOSURE_ABOVE_LIMIT"),
                            "facts.limit", equalTo("1000"));
            assertThat(manager.answered()).hasSize(1);
        }
    }

    @Test
    void saysItWaitsWhenNobodyAnswersAndReturnsTheAnswerToTheSameKeyLater() throws Exception {
        open("key-waiting-1", "5", "0.9700").then().statusCode(202).body("outcome", equalTo("waiting"));
        try (var manager = new TradeManagerStandIn(database, "{\"outcome\":\"denied\",\"code\":\"STALE_REQUEST\"}")) {
            open("key-waiting-1", "5", "0.9700").then().statusCode(200).body("code", equalTo("STALE_REQUEST"));
            assertThat(manager.answered()).hasSize(1);
        }
    }

    @Test
    void asksOnceForARepeatedKeyAndRefusesItForAnotherWish() throws Exception {
        UUID trade = UUID.randomUUID();
        try (var manager =
                new TradeManagerStandIn(database, "{\"outcome\":\"placed\",\"tradeId\":\"" + trade + "\"}")) {
            open("key-double-1", "5", "0.9700").then().body("tradeId", equalTo(trade.toString()));
            open("key-double-1", "5", "0.9700").then().body("tradeId", equalTo(trade.toString()));
            open("key-double-1", "6", "0.9700").then().statusCode(409);
            assertThat(manager.answered()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ticker\":\"NO-SUCH\",\"side\":\"YES\",\"quantity\":\"1\",\"priceCapDollars\":\"0.97\"} | 404 |"
                        + " ticker",
                "{\"ticker\":\"lower case\",\"side\":\"YES\",\"quantity\":\"1\",\"priceCapDollars\":\"0.97\"} | 404 |"
                        + " ticker",
                "{\"ticker\":\"§\",\"side\":\"MAYBE\",\"quantity\":\"1\",\"priceCapDollars\":\"0.97\"} | 400 | side",
                "{\"ticker\":\"§\",\"side\":\"YES\",\"quantity\":\"0\",\"priceCapDollars\":\"0.97\"} | 400 | quantity",
                "{\"ticker\":\"§\",\"side\":\"YES\",\"quantity\":\"-1\",\"priceCapDollars\":\"0.97\"} | 400 | quantity",
                "{\"ticker\":\"§\",\"side\":\"YES\",\"quantity\":1,\"priceCapDollars\":\"0.97\"} | 400 | quantity",
                "{\"ticker\":\"§\",\"side\":\"YES\",\"quantity\":\"1e9\",\"priceCapDollars\":\"0.97\"} | 400 |"
                        + " quantity",
                "{\"ticker\":\"§\",\"side\":\"YES\",\"quantity\":\"1\",\"priceCapDollars\":\"1.00\"} | 400 |"
                        + " priceCapDollars",
                "{\"ticker\":\"§\",\"side\":\"YES\",\"quantity\":\"1\",\"priceCapDollars\":\"0.975\"} | 400 |"
                        + " priceCapDollars",
                "{\"ticker\":\"§\",\"side\":\"NO\",\"quantity\":\"1\",\"priceCapDollars\":\"0.0001\"} | 400 |"
                        + " priceCapDollars",
                "{\"ticker\":[],\"side\":\"YES\",\"quantity\":\"1\",\"priceCapDollars\":\"0.97\"} | 400 | ticker",
                "{\"side\":\"YES\"} | 400 | ticker",
            })
    void namesTheFieldThatIsWrong(String body, int status, String field) throws SQLException {
        trader.changes()
                .header("Idempotency-Key", "key-bad-input")
                .body(body.replace("§", TICKER))
                .post("/api/v1/trades")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
        assertThat(count("trading.requests")).isZero();
    }

    @Test
    void namesANeighbourOfAPriceOffTheGrid() {
        open("key-off-grid", "1", "0.975")
                .then()
                .statusCode(400)
                .body("expected", equalTo("a price on the market's grid, such as 0.9700"), "found", equalTo("0.9750"));
    }

    @Test
    void needsAKeyForEachWish() {
        trader.changes()
                .body("{}")
                .post("/api/v1/trades")
                .then()
                .statusCode(400)
                .body("field", equalTo("Idempotency-Key"));
    }

    @Test
    void closesATrade() throws Exception {
        UUID trade = rows.trade("BTC", 118000, "YES", "open", null);
        try (var manager =
                new TradeManagerStandIn(database, "{\"outcome\":\"placed\",\"tradeId\":\"" + trade + "\"}")) {
            trader.changes()
                    .header("Idempotency-Key", "key-close-1")
                    .post("/api/v1/trades/" + trade + "/closure")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("placed"));
            assertThat(manager.answered()).containsExactly("close " + TICKER + " YES null");
        }
        trader.changes()
                .header("Idempotency-Key", "key-close-2")
                .post("/api/v1/trades/" + UUID.randomUUID() + "/closure")
                .then()
                .statusCode(404);
    }

    @Test
    void stopsTheAttemptsToCloseATrade() throws Exception {
        UUID trade = rows.trade("BTC", 118000, "YES", "closing", null);
        try (var manager =
                new TradeManagerStandIn(database, "{\"outcome\":\"abandoned\",\"tradeId\":\"" + trade + "\"}")) {
            trader.changes()
                    .header("Idempotency-Key", "key-abandon-1")
                    .delete("/api/v1/trades/" + trade + "/closure")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("abandoned"), "tradeId", equalTo(trade.toString()));
            assertThat(manager.answered()).containsExactly("abandon " + TICKER + " YES null");
        }
        assertThat(text("SELECT actor || ' ' || action FROM auth.audit ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("trader stop-closing-trade");
    }

    @Test
    void liftsAHaltOfEntriesOnlyWithThePasswordAndBeginsTheComparisonOfCashAnew() throws Exception {
        database.execute("""
            INSERT INTO trading.risk_state (account, mode) VALUES ('simulated', 'simulated') ON CONFLICT DO NOTHING;
            UPDATE trading.risk_state SET entries_halted = true, halt_reason = 'BALANCE_DIFFERENCE by 5';
            INSERT INTO trading.cash_anchors (account, mode, cash, booked, fills, anchored_at)
            VALUES ('simulated', 'simulated', 100, 0, 0, now())\
            """);
        trader.changes()
                .body("{\"password\":\"wrong\"}")
                .delete("/api/v1/entry-halt")
                .then()
                .statusCode(401);
        trader.reads()
                .get("/api/v1/kill-switch")
                .then()
                .body("entriesHalted", equalTo(true), "haltReason", equalTo("BALANCE_DIFFERENCE by 5"));
        String password = "{\"password\":\"" + Browser.PASSWORD + "\"}";
        trader.changes()
                .body(password)
                .delete("/api/v1/entry-halt")
                .then()
                .statusCode(200)
                .body("entriesHalted", equalTo(false));
        assertThat(count("trading.cash_anchors")).isZero();
        assertThat(text("SELECT concat_ws(' ', action, facts ->> 'reason') FROM auth.audit ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("lift-entry-halt BALANCE_DIFFERENCE by 5");
        trader.changes().body(password).delete("/api/v1/entry-halt").then().statusCode(409);
    }

    @Test
    void pagesAndFiltersTradesWithTheirTotals() {
        rows.trade("BTC", 118000, "YES", "closed", "0.33");
        rows.trade("BTC", 117750, "YES", "closed", "-9.67");
        rows.trade("BTC", 117500, "YES", "open", null);
        rows.trade("BTC", 117250, "YES", "denied", null);
        trader.reads()
                .get("/api/v1/trades?size=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(4), "items", hasSize(2), "totals.wins", equalTo(1), "totals.losses", equalTo(1))
                .body("totals.pnlDollars", equalTo("-9.340000"));
        trader.reads()
                .get("/api/v1/trades?state=closed&outcome=W")
                .then()
                .body(
                        "total", equalTo(1),
                        "items[0].pnlDollars", equalTo("0.330000"),
                        "items[0].averagePriceDollars", equalTo("0.9600"));
        trader.reads().get("/api/v1/trades?state=active").then().body("items[0].status", equalTo("open"));
        trader.reads().get("/api/v1/trades?sort=pnl").then().body("items[0].pnlDollars", equalTo("-9.670000"));
        trader.reads().get("/api/v1/trades?page=-1").then().statusCode(400).body("field", equalTo("page"));
        trader.reads()
                .get("/api/v1/trades?sort=ticker;drop")
                .then()
                .statusCode(400)
                .body("field", equalTo("sort"));
        trader.reads()
                .get("/api/v1/trades?from=yesterday")
                .then()
                .statusCode(400)
                .body("field", equalTo("from"));
    }

    @Test
    void exportsWhatIsFiltered() {
        rows.trade("BTC", 118000, "YES", "closed", "0.33");
        rows.trade("BTC", 117750, "YES", "open", null);
        String csv = trader.reads()
                .get("/api/v1/trades/export?state=closed")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains(",0.330000,W,");
    }

    @Test
    void showsATradeWithItsStory() {
        UUID trade = rows.trade("BTC", 118000, "YES", "open", null);
        database.execute("""
            INSERT INTO trading.trade_events (trade_id, seq, type, document, business_at)
            VALUES ('%1$s', 1, 'TradeRequested', '{"note": "x"}', now());
            INSERT INTO trading.order_intents (client_order_id, account, mode, trade_id, purpose, ticker, book_side,
                quantity, yes_price, time_in_force, reduce_only, self_trade_prevention, exchange_index, closes_at)
            VALUES ('test-1', 'simulated', 'simulated', '%1$s', 'entry', '%2$s', 'bid', 10, 0.97, 'immediate_or_cancel',
                false, 'taker_at_cross', 0, now());
            INSERT INTO account.fills (account, mode, fill_id, order_id, ticker, bought_side, yes_price, quantity, fee,
                taker, filled_at, source)
            VALUES ('simulated', 'simulated', 'f-%1$s', 'o', '%2$s', 'YES', 0.96, 10, 0.07, true, now(), 'rest');
            INSERT INTO trading.attached_fills (account, mode, fill_id, trade_id)
            VALUES ('simulated', 'simulated', 'f-%1$s', '%1$s')\
            """.formatted(trade, TICKER));
        trader.reads()
                .get("/api/v1/trades/" + trade)
                .then()
                .statusCode(200)
                .body(
                        "trade.status", equalTo("open"),
                        "events[0].document.note", equalTo("x"),
                        "orders[0].yesPriceDollars", equalTo("0.9700"),
                        "orders[0].status", nullValue(),
                        "fills[0].feeDollars", equalTo("0.070000"));
        trader.reads().get("/api/v1/trades/nonsense").then().statusCode(404);
    }

    @Test
    void tripsTheKillSwitchAndClearsItOnlyWithThePassword() {
        trader.changes()
                .body("{\"reason\":\"Fed day\",\"flatten\":false}")
                .post("/api/v1/kill-switch")
                .then()
                .statusCode(200)
                .body("on", equalTo(true), "reason", equalTo("Fed day"), "by", equalTo("trader"));
        trader.changes()
                .body("{\"password\":\"wrong\"}")
                .delete("/api/v1/kill-switch")
                .then()
                .statusCode(401);
        trader.reads().get("/api/v1/kill-switch").then().body("on", equalTo(true));
        trader.changes()
                .body("{\"password\":\"" + Browser.PASSWORD + "\"}")
                .delete("/api/v1/kill-switch")
                .then()
                .statusCode(200)
                .body("on", equalTo(false));
    }

    @Test
    void readsEveryOtherListOfTheScreen() {
        rows.price("BTC", "118082.01", 0.148869, "live");
        rows.service("trade-manager", "active", true, 300);
        database.execute("""
            INSERT INTO system.alerts (severity, code, message) VALUES ('warning', 'FEED_GAP', 'No trade for 12 s');
            INSERT INTO trading.decisions (decision_id, symbol, outcome, reasons, document, business_at, last_at)
            VALUES (gen_random_uuid(), 'BTC', 'refused', ARRAY['TTC_TOO_LONG'], '{}', now(), now());
            INSERT INTO account.balances (account, mode, exchange_index, balance)
            VALUES ('simulated', 'simulated', 0, 1234.56) ON CONFLICT DO NOTHING\
            """);
        get("symbols").body("symbol", equalTo(java.util.List.of("BTC", "ETH")));
        get("prices").body("[0].priceDollars", equalTo("118082.010000"));
        get("strike-tables/BTC").body("table.rows", hasSize(21), "table.currentPrice", containsString("118082.01"));
        get("account/balances").body("[0].balanceDollars", equalTo("1234.560000"));
        get("account/positions").body("", hasSize(0));
        get("account/fills").body("page", equalTo(0));
        get("account/settlements").body("total", equalTo(0));
        get("system/alerts").body("items[0].code", equalTo("FEED_GAP"));
        get("system/incidents").body("total", equalTo(0));
        get("system/remedies").body("total", equalTo(0));
        get("decisions?symbol=BTC&outcome=refused").body("items[0].reasons[0]", equalTo("TTC_TOO_LONG"));
        get("auto-entry-states").body("", hasSize(0));
        trader.reads()
                .get("/api/v1/strike-tables/DOGE")
                .then()
                .statusCode(404)
                .body("expected", equalTo("one of BTC, ETH"));
        trader.reads().get("/api/v1/system/health").then().statusCode(404);
    }

    private io.restassured.response.ValidatableResponse get(String path) {
        return trader.reads().get("/api/v1/" + path).then().statusCode(200);
    }

    private io.restassured.response.Response open(String key, String quantity, String cap) {
        return trader.changes()
                .header("Idempotency-Key", key)
                .body("{\"ticker\":\"" + TICKER + "\",\"side\":\"YES\",\"quantity\":\"" + quantity
                        + "\",\"priceCapDollars\":\"" + cap + "\"}")
                .post("/api/v1/trades");
    }

    private String requestRow() throws SQLException {
        try (var connection = database.admin();
                var result = connection.createStatement().executeQuery("""
                    SELECT concat_ws(' ', requested_by, on_behalf_of, strategy, reason, price_cap, seen->>'price',
                                     CASE WHEN valid_until > requested_at THEN 'valid' END)
                    FROM trading.requests\
                    """)) {
            result.next();
            return result.getString(1);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.admin();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private int count(String table) throws SQLException {
        try (var connection = database.admin();
                var result = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getInt(1);
        }
    }
}
