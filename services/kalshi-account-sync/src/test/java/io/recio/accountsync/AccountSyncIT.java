package io.recio.accountsync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The running service between its own database and an exchange in the test. */
@QuarkusTest
class AccountSyncIT extends AccountSyncFixture {

    @Test
    void recordsAFillOnceThatTheStreamTellsBeforeTheRead() {
        exchange.say("fill", streamFill("f1", "10.00", "10.00"));
        eventually("SELECT source || ' ' || client_order_id FROM account.fills", "websocket our-1");

        exchange.fills.add(Payloads.restFill("f1", "o1", TICKER, "10.00", "0.9600", "0.0300", second));
        exchange.orders.add(Payloads.order("o1", "our-1", TICKER, "executed", "10.00", "0.00", second));
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));
        afterAnotherRead();

        assertThat(
                        texts(
                                "SELECT fill_id || ' ' || quantity || ' ' || yes_price || ' ' || fee || ' ' || source FROM account.fills"))
                .containsExactly("f1 10.00 0.9600 0.030000 websocket");
        assertThat(texts("SELECT status || ' ' || filled_count FROM account.orders"))
                .containsExactly("executed 10.00");
        assertThat(texts("SELECT position || ' ' || exposure FROM account.positions"))
                .containsExactly("10.00 9.600000");
        assertThat(texts("SELECT code FROM system.alerts")).isEmpty();
    }

    @Test
    void recordsAFillWithinMillisecondsAndWakesWhoWaitsForIt() throws SQLException {
        try (Connection listening = database.admin();
                var statement = listening.createStatement()) {
            statement.execute("LISTEN fills");
            exchange.say("fill", streamFill("f1", "10.00", "10.00"));
            eventually("SELECT count(*) FROM account.fills", "1");
            statement.execute("SELECT 1");
            assertThat(listening.unwrap(PGConnection.class).getNotifications()).hasSize(1);
        }
    }

    @Test
    void learnsTheClientOrderIdThatReadsLeaveOut() {
        exchange.fills.add(Payloads.restFill("f1", "o1", TICKER, "4.00", "0.9600", "0.0100", second));
        eventually("SELECT count(*) FROM account.fills WHERE client_order_id IS NULL AND source = 'rest'", "1");

        exchange.orders.add(Payloads.order("o1", "our-1", TICKER, "resting", "4.00", "6.00", second));

        eventually("SELECT client_order_id FROM account.fills", "our-1");
    }

    @Test
    void readsEveryPageOfALongList() {
        exchange.pageSize = 100;
        for (int i = 0; i < 250; i++) {
            exchange.fills.add(Payloads.restFill("f" + i, "o" + i, TICKER, "1.00", "0.5000", "0.0200", second));
            exchange.orders.add(Payloads.order("o" + i, "our-" + i, TICKER, "executed", "10.00", "0.00", second));
        }

        eventually("SELECT count(*) FROM account.fills WHERE client_order_id LIKE 'our-%'", "250");
        assertThat(texts("SELECT sum(quantity) || ' ' || sum(fee) FROM account.fills"))
                .containsExactly("250.00 5.000000");
        assertThat(texts("SELECT count(*) FROM account.orders")).containsExactly("250");
    }

    @Test
    void readsListsOfMoreThanAThousand() {
        for (int i = 0; i < 2_345; i++) {
            exchange.fills.add(Payloads.restFill("f" + i, "o" + i, TICKER, "1.00", "0.5000", "0.0200", second));
            exchange.orders.add(Payloads.order("o" + i, "our-" + i, TICKER, "executed", "10.00", "0.00", second));
        }
        for (int i = 0; i < 1_111; i++) {
            exchange.positions.add(Payloads.restPosition(EVENT + "-T" + i, "2.00", "1.0000", second));
            exchange.settlements.add(Payloads.settlement(EVENT + "-S" + i, EVENT, "yes", 100, 1000, second));
        }

        eventually("SELECT count(*) FROM account.settlements WHERE state = 'final'", "1111");
        eventually("SELECT count(*) || ' ' || sum(position) FROM account.positions", "1111 2222.00");
        eventually("SELECT count(*) FROM account.fills WHERE client_order_id LIKE 'our-%'", "2345");
        eventually("SELECT count(*) FROM account.orders", "2345");
        afterAnotherRead();
        assertThat(texts("SELECT count(*) || ' ' || sum(fee) FROM account.fills"))
                .containsExactly("2345 46.900000");
        assertThat(texts("SELECT code FROM system.alerts")).isEmpty();
    }

    @Test
    void keepsThePositionOfTheNewestFillWhenFillsComeOutOfOrder() {
        exchange.say(
                "fill",
                Payloads.streamFill(
                        "f2", "o1", "our-1", TICKER, "5.00", "0.9600", "0.0300", "15.00", second * 1000 + 500));
        exchange.say("fill", streamFill("f1", "10.00", "10.00"));
        eventually("SELECT count(*) FROM account.fills", "2");

        assertThat(text("SELECT position FROM account.positions")).isEqualTo("15.00");
    }

    @Test
    void reconcilesAfterALostStreamAndCallsTheAccountStaleMeanwhile() {
        String before = text("SELECT subscribed_since FROM account.sync_state");
        exchange.refusesSockets = true;
        exchange.status = 503;
        exchange.hangUp();
        eventually("SELECT stale AND NOT socket_connected AND subscribed_since IS NULL FROM account.sync_state", "t");
        assertThat(text("SELECT reason FROM account.sync_state")).contains("stream is lost", "503");
        exchange.fills.add(Payloads.restFill("f1", "o1", TICKER, "10.00", "0.9600", "0.0300", second));
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));

        exchange.status = 200;
        exchange.refusesSockets = false;

        eventually("SELECT NOT stale AND socket_connected FROM account.sync_state", "t");
        eventually("SELECT subscribed_since > '" + before + "' FROM account.sync_state", "t");
        eventually("SELECT fill_id FROM account.fills", "f1");
        eventually("SELECT position FROM account.positions", "10.00");
        assertThat(texts("SELECT code || ' ' || (resolved_at IS NOT NULL) FROM system.alerts"))
                .containsExactly("ACCOUNT_STALE true");
    }

    @Test
    void alertsOnceWhenTheKeyIsRefusedAndGoesOnTrying() {
        exchange.status = 401;
        exchange.hangUp();
        eventually("SELECT authenticated FROM account.sync_state", "f");
        int refused = exchange.requests.size();
        await().atMost(SOON).until(() -> exchange.requests.size() > refused + 2);
        assertThat(texts("SELECT severity || ' ' || (resolved_at IS NULL) FROM system.alerts"
                        + " WHERE code = 'AUTHENTICATION_FAILED'"))
                .containsExactly("critical true");

        exchange.status = 200;

        eventually("SELECT authenticated AND NOT stale AND socket_connected FROM account.sync_state", "t");
        assertThat(texts("SELECT resolved_at > raised_at FROM system.alerts WHERE code = 'AUTHENTICATION_FAILED'"))
                .containsExactly("t");
    }

    @Test
    void alertsWhenOnlyTheStreamRefusesTheKey() {
        exchange.refusesSocketKeys = true;
        exchange.hangUp();
        eventually("SELECT authenticated OR socket_connected FROM account.sync_state", "f");
        assertThat(texts("SELECT code FROM system.alerts WHERE resolved_at IS NULL"))
                .containsExactly("AUTHENTICATION_FAILED");
        assertThat(text("SELECT stale FROM account.sync_state"))
                .as("reads still confirm it")
                .isEqualTo("f");

        exchange.refusesSocketKeys = false;

        eventually("SELECT authenticated AND socket_connected FROM account.sync_state", "t");
        assertThat(texts("SELECT code FROM system.alerts WHERE resolved_at IS NULL"))
                .isEmpty();
    }

    @Test
    void takesAKeyReplacedOnDiskWithTheNextRequestAndTheNextConnection() {
        exchange.acceptOnly("key-2");
        exchange.hangUp();
        eventually("SELECT authenticated FROM account.sync_state", "f");
        eventually("SELECT count(*) FROM system.alerts WHERE code = 'AUTHENTICATION_FAILED'", "1");

        keys.replace("key-2");

        eventually("SELECT authenticated AND socket_connected AND NOT stale FROM account.sync_state", "t");
        afterAnotherRead();
        assertThat(exchange.lastKey).isEqualTo("key-2");
        assertThat(exchange.lastSocketKey).isEqualTo("key-2");
        exchange.say("fill", streamFill("f1", "10.00", "10.00"));
        eventually("SELECT fill_id FROM account.fills", "f1");
    }

    @Test
    void settlesProvisionallyThenFinallyThenAmended() {
        database.execute("""
                INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
                VALUES ('KXBTCD', 'Bitcoin', 'quadratic', 1) ON CONFLICT DO NOTHING;
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('%s', 'KXBTCD', 'BTC', 'Bitcoin at five', now(), now(), 2) ON CONFLICT DO NOTHING;
                INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, status, opens_at,
                    closes_at, exchange_index, grid)
                VALUES ('%s', '%s', 'BTC', 'GREATER', 114999.99, 'CLOSED', now(), now(), 2, '[]') ON CONFLICT DO NOTHING
                """.formatted(EVENT, TICKER, EVENT));
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));
        exchange.say("fill", streamFill("f1", "10.00", "10.00"));
        eventually("SELECT position FROM account.positions", "10.00");

        exchange.say("market_lifecycle_v2", Payloads.determined(TICKER, "yes", "1.0000", second + 60));
        String settlement = "SELECT state || ' ' || result || ' ' || yes_value || ' ' || yes_count || ' ' || revenue"
                + " FROM account.settlements";
        eventually(settlement, "provisional yes 1.0000 10.00 10.000000");

        exchange.settlements.add(Payloads.settlement(TICKER, EVENT, "yes", 100, 1000, second + 120));
        exchange.positions.clear();
        exchange.say("market_lifecycle_v2", Payloads.settled(TICKER, second + 120));
        eventually(settlement, "final yes 1.0000 10.00 10.000000");
        assertThat(text("SELECT position FROM account.positions")).isEqualTo("0.00");

        exchange.settlements.set(0, Payloads.settlement(TICKER, EVENT, "no", 0, 0, second + 500));
        eventually(settlement, "amended no 0.0000 10.00 0.000000");
        assertThat(texts("SELECT code FROM system.alerts")).containsExactly("SETTLEMENT_AMENDED");
        afterAnotherRead();
        assertThat(texts("SELECT code FROM system.alerts")).containsExactly("SETTLEMENT_AMENDED");
    }

    @Test
    void findsTheResultByReadingWhenTheStreamDoesNotTellIt() {
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));
        exchange.positions.add(Payloads.restPosition("KXODD-1", "1.00", "0.5000", second));
        exchange.markets.put(
                "KXODD-1", new JsonObject().put("ticker", "KXODD-1").put("strike_type", "structured"));
        exchange.markets.put(TICKER, Payloads.market(TICKER, EVENT, "no", second));

        eventually(
                "SELECT state || ' ' || result || ' ' || event_ticker || ' ' || revenue FROM account.settlements",
                "provisional no " + EVENT + " 0.000000");
        assertThat(text("SELECT stale FROM account.sync_state")).isEqualTo("f");
    }

    @Test
    void keepsAnOrderFinalWhateverComesLate() {
        exchange.say("user_order", Payloads.order("o1", "our-1", TICKER, "executed", "10.00", "0.00", second));
        eventually("SELECT status FROM account.orders", "executed");

        exchange.say("user_order", Payloads.order("o1", "our-1", TICKER, "resting", "4.00", "6.00", second));
        exchange.say("user_order", Payloads.order("o2", "our-2", TICKER, "resting", "0.00", "10.00", second));

        eventually("SELECT count(*) FROM account.orders", "2");
        assertThat(text("SELECT status || ' ' || filled_count FROM account.orders WHERE order_id = 'o1'"))
                .isEqualTo("executed 10.00");
    }

    @Test
    void doesNotLetALatePositionFrameUndoANewerFill() {
        exchange.say("fill", streamFill("f1", "10.00", "10.00"));
        exchange.say("market_position", Payloads.streamPosition(TICKER, "0.00", "0.0000"));
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));
        eventually("SELECT position || ' ' || exposure FROM account.positions", "10.00 9.600000");
    }

    @Test
    void keepsTheBalanceOfEachShardAndItsHistory() {
        eventually("SELECT balance FROM account.balances WHERE exchange_index = 2", "1000.000000");

        exchange.balances.put(2, "990.3700");
        exchange.balances.put(0, "5.0000");

        eventually("SELECT balance FROM account.balances WHERE exchange_index = 2", "990.370000");
        assertThat(text("SELECT balance FROM account.balances WHERE exchange_index = 0"))
                .isEqualTo("5.000000");
        assertThat(texts("SELECT balance FROM account.balance_history WHERE exchange_index = 2 ORDER BY at"))
                .containsExactly("1000.000000", "990.370000");
    }

    @Test
    void goesOnAfterFramesItCannotReadAndReadsWhatTheyMayHaveSaid() {
        exchange.sayText("{\"type\":\"fill\",\"msg\":{\"trade_id\":");
        exchange.fills.add(Payloads.restFill("f1", "o1", TICKER, "10.00", "0.9600", "0.0300", second));

        eventually("SELECT fill_id FROM account.fills", "f1");
        assertThat(exchange.isConnected()).isTrue();
    }

    @Test
    void tellsItsFreshness() {
        eventually("SELECT socket_heard_at > clock_timestamp() - interval '2 seconds' FROM account.sync_state", "t");
        eventually(
                "SELECT orders_read_at <= reconciled_at AND user_data_as_of IS NOT NULL FROM account.sync_state", "t");
        given().get("/q/health/ready").then().statusCode(200).body("checks[0].data.functional", equalTo(true));
        assertThat(given().get("/q/metrics").asString()).contains("kalshi_account_sync_read_seconds");
    }

    private JsonObject streamFill(String id, String count, String after) {
        return Payloads.streamFill(id, "o1", "our-1", TICKER, count, "0.9600", "0.0300", after, second * 1000);
    }
}
