package io.recio.accountsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers no exchange should give: one bad item loses none of the others, is reported, and confirms nothing. */
@QuarkusTest
class BadPagesIT extends AccountSyncFixture {

    private static final String UNREADABLE = "SELECT facts ->> 'list' || ' ' || (facts ->> 'id') FROM system.alerts"
            + " WHERE code = 'ITEM_UNREADABLE' AND resolved_at IS NULL ORDER BY 1";

    private static final String EPOCH = "SELECT epoch FROM system.leases WHERE name = 'kalshi-account-sync'";

    @Test
    void recordsTheGoodItemsOfEveryListReportsTheBadOnesAndConfirmsNothing() {
        exchange.positions.add(Payloads.restPosition(TICKER, "10.00", "9.6000", second));
        eventually("SELECT position FROM account.positions", "10.00");
        afterAnotherRead();
        JsonObject badFill = fill("bad").put("count_fp", "0.00");
        JsonObject badOrder = order("odd").put("fill_count_fp", new JsonObject());
        exchange.fills.addAll(List.of(fill("f1"), badFill, fill("f2")));
        exchange.orders.addAll(List.of(order("o1"), badOrder, order("o2")));
        exchange.positions.set(0, Payloads.restPosition(TICKER, "1e999999999", "9.6000", second));
        exchange.positions.add(Payloads.restPosition("KXOTHER-1", "3.00", "1.0000", second));
        exchange.settlements.add(Payloads.settlement("KXPAID-1", EVENT, "yes", 100, 1000, second));
        exchange.settlements.add(Payloads.settlement("KXPAID-2", EVENT, "yes", 101, 1000, second));

        eventually("SELECT string_agg(fill_id, ' ' ORDER BY fill_id) FROM account.fills", "f1 f2");
        eventually("SELECT string_agg(order_id, ' ' ORDER BY order_id) FROM account.orders", "o1 o2");
        eventually("SELECT string_agg(ticker, ' ') FROM account.settlements", "KXPAID-1");
        eventually("SELECT position FROM account.positions WHERE ticker = 'KXOTHER-1'", "3.00");
        assertThat(text("SELECT position FROM account.positions WHERE ticker = '" + TICKER + "'"))
                .as("what cannot be read is not taken for nothing")
                .isEqualTo("10.00");
        assertThat(texts(UNREADABLE))
                .containsExactly("fills bad", "market_positions " + TICKER, "orders odd", "settlements KXPAID-2");
        eventually("SELECT stale FROM account.sync_state", "t");
        assertThat(text("SELECT reason FROM account.sync_state")).contains("of its items, the first in fills");

        exchange.fills.set(1, fill("bad"));
        exchange.orders.set(1, order("odd"));
        exchange.positions.set(0, Payloads.restPosition(TICKER, "7.00", "9.6000", second + 1));
        exchange.settlements.remove(1);

        eventually("SELECT stale FROM account.sync_state", "f");
        eventually("SELECT count(*) FROM account.fills WHERE fill_id = 'bad'", "1");
        eventually("SELECT status FROM account.orders WHERE order_id = 'odd'", "resting");
        eventually("SELECT position FROM account.positions WHERE ticker = '" + TICKER + "'", "7.00");
        eventually("SELECT count(*) FROM system.alerts WHERE code = 'ITEM_UNREADABLE' AND resolved_at IS NULL", "0");
        assertThat(text("SELECT count(*) FROM system.alerts WHERE code = 'ITEM_UNREADABLE'"))
                .isEqualTo("4");
    }

    @ParameterizedTest
    @MethodSource("brokenLists")
    void keepsTheOtherListsWhenOneCannotBeReadAtAll(String path, String list, String body) {
        String epoch = text(EPOCH);
        exchange.bodies.put(path, body);
        exchange.fills.add(fill("f1"));
        exchange.orders.add(order("o1"));
        exchange.positions.add(Payloads.restPosition("KXOTHER-1", "3.00", "1.0000", second));
        exchange.settlements.add(Payloads.settlement("KXPAID-1", EVENT, "yes", 100, 1000, second));

        String rows = """
                SELECT concat_ws(' ', (SELECT string_agg(fill_id, ' ') FROM account.fills),
                    (SELECT string_agg(order_id, ' ') FROM account.orders),
                    (SELECT string_agg(ticker, ' ') FROM account.positions),
                    (SELECT string_agg(ticker, ' ') FROM account.settlements))""";
        String whole = "f1 o1 KXOTHER-1 KXPAID-1";
        eventually(rows, whole.replaceFirst(missing(list), "").strip().replace("  ", " "));
        eventually(UNREADABLE, list + " ");
        eventually("SELECT stale FROM account.sync_state", "t");

        exchange.bodies.clear();

        eventually(rows, whole);
        eventually("SELECT stale FROM account.sync_state", "f");
        assertThat(text(EPOCH)).as("the desk did not fall over").isEqualTo(epoch);
    }

    static Stream<Arguments> brokenLists() {
        return Stream.of(
                Arguments.of("/portfolio/fills", "fills", "{\"fills\":[{\"trade_id\":"),
                Arguments.of("/portfolio/orders", "orders", "{\"cursor\":\"\"}"),
                Arguments.of("/portfolio/positions", "market_positions", "{\"market_positions\":{}}"),
                Arguments.of("/portfolio/settlements", "settlements", "null"),
                Arguments.of(
                        "/portfolio/balance", "balance", "{\"balance\":9223372036854775807,\"portfolio_value\":0}"),
                Arguments.of("/portfolio/fills", "fills", "{\"fills\":[],\"cursor\":\"again\"}"));
    }

    private static String missing(String list) {
        return switch (list) {
            case "fills" -> "f1";
            case "orders" -> "o1";
            case "market_positions" -> "KXOTHER-1";
            case "settlements" -> "KXPAID-1";
            default -> "nothing";
        };
    }

    private JsonObject fill(String id) {
        return Payloads.restFill(id, "o1", TICKER, "10.00", "0.9600", "0.0300", second);
    }

    private JsonObject order(String id) {
        return Payloads.order(id, "our-" + id, TICKER, "resting", "4.00", "6.00", second);
    }
}
