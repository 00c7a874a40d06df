package io.recio.accountsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Frames no exchange should send: each is refused whole and counted, and the connection and all that follows live on. */
@QuarkusTest
class BadFramesIT extends AccountSyncFixture {

    private static final String FILLS = "SELECT count(*) FROM account.fills WHERE fill_id NOT LIKE 'marker%'";
    private static final String ORDERS = "SELECT count(*) FROM account.orders";

    @Inject
    MeterRegistry metrics;

    private int markers;

    @Test
    void refusesEveryBrokenFill() {
        Map<String, JsonObject> table = spoiled(
                this::fill,
                List.of(
                        "trade_id",
                        "order_id",
                        "market_ticker",
                        "yes_price_dollars",
                        "count_fp",
                        "fee_cost",
                        "is_taker",
                        "ts_ms"),
                Map.ofEntries(
                        Map.entry("count_fp", new JsonArray().add("10.00")),
                        Map.entry("yes_price_dollars", new JsonObject()),
                        Map.entry("is_taker", "perhaps"),
                        Map.entry("ts_ms", "noon")),
                List.of(
                        with("count_fp", "-5.00"),
                        with("count_fp", "0.00"),
                        with("count_fp", "99999999999999999999"),
                        with("count_fp", "1e999999999"),
                        with("count_fp", "1000000000000.00"),
                        with("fee_cost", "1e30"),
                        with("yes_price_dollars", "1.5000"),
                        with("yes_price_dollars", "0.12345"),
                        with("post_position_fp", "1000000000000000"),
                        with("ts_ms", Long.MAX_VALUE),
                        with("ts_ms", -1L),
                        with("order_id", "a\0b"),
                        with("order_id", "x".repeat(5_000)),
                        with("market_ticker", "not a ticker"),
                        with("subaccount", 3),
                        with("subaccount", "mine"),
                        msg -> msg.put("outcome_side", "maybe").put("book_side", "sideways")));

        refuses("fill", table, FILLS);
    }

    @Test
    void recordsAFillOnceAndReportsOneToldOtherwise() {
        exchange.say("fill", fill());
        exchange.say("fill", fill());
        exchange.say("fill", fill().put("count_fp", "7.00"));
        exchange.say("fill", fill().put("trade_id", "elsewhere").put("market_ticker", "KXNEVER-1"));
        marker();

        assertThat(texts("SELECT fill_id || ' ' || ticker || ' ' || quantity FROM account.fills"
                        + " WHERE fill_id NOT LIKE 'marker%' ORDER BY fill_id"))
                .containsExactly("elsewhere KXNEVER-1 10.00", "f1 " + TICKER + " 10.00");
        assertThat(texts("SELECT code || ' ' || (facts ->> 'fillId') FROM system.alerts"))
                .containsExactly("FILL_DIFFERS f1");
    }

    @Test
    void refusesEveryBrokenOrder() {
        Map<String, JsonObject> table = spoiled(
                this::order,
                List.of("order_id", "ticker", "initial_count_fp", "fill_count_fp", "remaining_count_fp"),
                Map.of("fill_count_fp", new JsonObject(), "order_id", new JsonArray(), "created_ts_ms", "noon"),
                List.of(
                        with("fill_count_fp", "-1.00"),
                        with("initial_count_fp", "1e999999999"),
                        with("remaining_count_fp", "99999999999999999999"),
                        with("yes_price_dollars", "2.0000"),
                        with("created_time", "yesterday"),
                        with("created_ts_ms", Long.MIN_VALUE),
                        with("ticker", "lower case"),
                        with("last_update_reason", "a\0b"),
                        with("subaccount_number", 63),
                        with("subaccount_number", 1.5)));

        refuses("user_order", table, ORDERS);
    }

    @Test
    void recordsAnOrderOfUnknownStateAndReportsOneWithoutSideOrPrice() {
        exchange.say("user_order", order().put("status", "levitating"));
        exchange.say("user_order", order().put("status", "levitating"));
        exchange.say("user_order", without(order().put("order_id", "o2"), "yes_price_dollars"));
        exchange.say(
                "user_order",
                order().put("order_id", "o3").put("outcome_side", "maybe").put("book_side", "sideways"));
        marker();

        assertThat(texts("SELECT order_id || ' ' || status || ' ' || filled_count FROM account.orders"))
                .containsExactly("o1 unknown 4.00");
        assertThat(texts("SELECT code || ' ' || (facts ->> 'orderId') FROM system.alerts ORDER BY 1"))
                .containsExactly("ORDER_INCOMPLETE o2", "ORDER_INCOMPLETE o3");
    }

    @Test
    void refusesEveryBrokenPosition() {
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));
        eventually("SELECT position || ' ' || exposure FROM account.positions", "10.00 9.600000");
        Map<String, JsonObject> table = spoiled(
                this::position,
                List.of("market_ticker", "position_fp"),
                Map.of("position_fp", new JsonArray(), "fees_paid_dollars", new JsonObject()),
                List.of(
                        with("position_fp", "ten"),
                        with("position_fp", "1e999999999"),
                        with("position_fp", "-1000000000000000"),
                        with("position_cost_dollars", "1e40"),
                        with("realized_pnl_dollars", "0.12345678"),
                        with("market_ticker", "a\0b"),
                        with("subaccount", 3)));

        refuses(
                "market_position",
                table,
                "SELECT count(*) FROM account.positions WHERE ticker = '" + TICKER
                        + "' AND position <> 10 OR exposure <> 9.6 AND ticker = '" + TICKER + "'");
    }

    @Test
    void believesNoPositionFrameThatDisagrees() {
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));
        eventually("SELECT position FROM account.positions", "10.00");

        exchange.say("market_position", position().put("position_fp", "-10.00").put("position_cost_dollars", "1.0000"));
        exchange.say("market_position", position().put("market_ticker", "KXNEVER-1"));
        exchange.say("market_position", position().put("position_cost_dollars", "9.5000"));
        exchange.say("market_position", position().put("position_cost_dollars", "9.5000"));
        marker("KXMARKER-1");

        assertThat(texts("SELECT ticker || ' ' || position FROM account.positions WHERE ticker <> 'KXMARKER-1'"))
                .containsExactly(TICKER + " 10.00");
    }

    @Test
    void refusesBrokenGroupAndErrorFramesAndFramesOfNoKind() {
        String before = connection();
        for (String text : List.of(
                "{\"type\":\"order_group_updates\",\"msg\":{\"event_type\":\"triggered\",\"ts_ms\":1}}",
                "{\"type\":\"order_group_updates\",\"msg\":{\"event_type\":[],\"order_group_id\":\"g\",\"ts_ms\":1}}",
                "{\"type\":\"order_group_updates\",\"msg\":{\"event_type\":\"triggered\",\"order_group_id\":\"g\","
                        + "\"ts_ms\":9223372036854775807}}",
                "{\"type\":\"order_group_updates\"}",
                "{\"type\":\"error\",\"id\":999,\"msg\":{\"code\":\"many\",\"msg\":{}}}",
                "{\"type\":\"error\",\"msg\":{}}",
                "{\"type\":\"error\"}",
                "{\"type\":\"rfq_created\",\"msg\":{}}",
                "{\"type\":7,\"sid\":\"x\",\"seq\":\"y\"}",
                "{\"msg\":{}}",
                "{\"type\":\"fill\",\"msg\":[]}",
                "{\"type\":\"fill\",\"msg\":null}",
                "{\"type\":\"user_order\",\"msg\":\"text\"}",
                "{\"type\":\"market_lifecycle_v2\",\"msg\":{\"event_type\":\"determined\",\"result\":\"yes\"}}",
                "{\"type\":\"market_lifecycle_v2\",\"msg\":{\"market_ticker\":\"A\",\"event_type\":\"determined\","
                        + "\"result\":\"yes\",\"determination_ts\":9223372036854775807}}",
                "{\"type\":\"user_order\",\"msg\":{\"order_id\":\"o1\",",
                "null",
                "[]",
                "17",
                "{}{}",
                "\0")) {
            double unusable = unusable();
            exchange.sayText(text);
            await(text).atMost(SOON).until(() -> unusable() == unusable + 1);
        }
        marker();
        assertThat(text(FILLS) + " " + text(ORDERS)).isEqualTo("0 0");
        assertThat(connection()).isEqualTo(before);
    }

    /** Each frame is counted as unusable, changes nothing, and what follows it is recorded on the same connection. */
    private void refuses(String type, Map<String, JsonObject> table, String changed) {
        String before = connection();
        table.forEach((name, msg) -> {
            double unusable = unusable();
            exchange.say(type, msg);
            await(type + " " + name).atMost(SOON).until(() -> unusable() == unusable + 1);
        });
        double unusable = unusable();
        exchange.sayText("{\"type\":\"" + type + "\",\"msg\":{\"order_id\":\"o1\",\"trade_id\":");
        await("truncated").atMost(SOON).until(() -> unusable() == unusable + 1);
        marker();
        assertThat(text(changed)).isEqualTo("0");
        assertThat(connection()).isEqualTo(before);
        assertThat(texts("SELECT code FROM system.alerts")).isEmpty();
    }

    /** One frame per field left out, per field of the wrong type, and per other fault. */
    private Map<String, JsonObject> spoiled(
            Supplier<JsonObject> good,
            List<String> required,
            Map<String, Object> wrongTypes,
            List<UnaryOperator<JsonObject>> faults) {
        Map<String, JsonObject> table = new LinkedHashMap<>();
        required.forEach(field -> table.put("without " + field, without(good.get(), field)));
        required.forEach(field -> table.put("null " + field, good.get().putNull(field)));
        wrongTypes.forEach(
                (field, value) -> table.put(field + " " + value, good.get().put(field, value)));
        faults.forEach(fault -> {
            JsonObject msg = fault.apply(good.get());
            table.put(msg.encode(), msg);
        });
        return table;
    }

    private static UnaryOperator<JsonObject> with(String field, Object value) {
        return msg -> msg.put(field, value);
    }

    private static JsonObject without(JsonObject msg, String field) {
        msg.remove(field);
        return msg;
    }

    private JsonObject fill() {
        return Payloads.streamFill("f1", "o1", "our-1", TICKER, "10.00", "0.9600", "0.0300", "10.00", second * 1000);
    }

    private JsonObject order() {
        return Payloads.order("o1", "our-1", TICKER, "resting", "4.00", "6.00", second);
    }

    private JsonObject position() {
        return Payloads.streamPosition(TICKER, "10.00", "9.6000");
    }

    /** A good fill that is recorded after everything said before it. */
    private void marker() {
        marker(TICKER);
    }

    private void marker(String ticker) {
        String id = "marker-" + ++markers;
        exchange.say("fill", fill().put("trade_id", id).put("market_ticker", ticker));
        eventually("SELECT count(*) FROM account.fills WHERE fill_id = '" + id + "'", "1");
    }

    private double unusable() {
        return metrics.counter("kalshi_account_sync_unusable_frames_total").count();
    }

    /** Stays the same while neither the stream nor the desk begins anew. */
    private String connection() {
        return exchange.subscriptions() + " "
                + text("SELECT epoch FROM system.leases WHERE name = 'kalshi-account-sync'");
    }
}
