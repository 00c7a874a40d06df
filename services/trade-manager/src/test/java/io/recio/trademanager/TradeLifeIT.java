package io.recio.trademanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TradeLifeIT extends TradeManagerFixture {

    private static final String FIGURES = "concat_ws(' ', status, filled, closed, cost, proceeds, fees, pnl, outcome)";

    @Test
    void winsThirtySevenCentsWhenHeldToASettlementInYes() {
        Entry entry = bought("YES", "0.96", "0.03");
        business.moveOn(TestWorld.TO_CLOSE);
        becomes(entry, "expired");
        world.settlement("1", "10", "0", "10.00", "0.03", "provisional");
        afterAStep();
        assertThat(world.trade(entry.trade(), "status")).isEqualTo("expired");
        world.settlement("1", "10", "0", "10.00", "0.03", "final");
        becomes(entry, "closed");
        assertThat(world.trade(entry.trade(), FIGURES))
                .isEqualTo("closed 10.00 0.00 9.600000 0.000000 0.030000 0.370000 W");
        assertThat(world.events(entry.trade()))
                .containsExactly("TradeRequested", "EntryFilled", "TradeExpired", "TradeSettled");
        assertThat(world.trade(entry.trade(), "opened_at IS NOT NULL AND ended_at IS NOT NULL AND events = 4"))
                .isEqualTo("true");
        assertThat(alerts("SETTLEMENT_DIFFERENCE")).isEqualTo("0");
    }

    @Test
    void losesEverythingWhenSettledAgainstIt() {
        Entry entry = bought("YES", "0.96", "0.03");
        world.settlement("0", "10", "0", "0.00", "0.03", "final");
        becomes(entry, "closed");
        assertThat(world.trade(entry.trade(), FIGURES))
                .isEqualTo("closed 10.00 0.00 9.600000 0.000000 0.030000 -9.630000 L");
    }

    @Test
    void settlesANoTradeAtTheComplementOfAScalarResult() {
        Entry entry = bought("NO", "0.96", "0.03");
        world.settlement("0.3060", "0", "10", "6.94", "0.03", "final");
        becomes(entry, "closed");
        assertThat(world.trade(entry.trade(), "pnl")).isEqualTo("-2.690000");
    }

    @Test
    void losesFortyNineCentsWhenSoldForLess() {
        Entry entry = bought("YES", "0.96", "0.03");
        var answer = answered(world.requestClose(entry.trade(), "YES", "MANUAL"));
        assertThat(answer.getString("outcome")).isEqualTo("placed");
        String close = answer.getString("clientOrderId");
        assertThat(world.trade(entry.trade(), "status")).isEqualTo("closing");
        assertThat(intent(close)).isEqualTo("close ask 10.00 0.9400 immediate_or_cancel t maker 2 new");
        world.fill(close, "x-" + close, "NO", "0.92", "10", "0.06");
        becomes(entry, "closed");
        assertThat(world.trade(entry.trade(), FIGURES))
                .isEqualTo("closed 10.00 10.00 9.600000 9.200000 0.090000 -0.490000 L");
        assertThat(world.trade(entry.trade(), "close_reason")).isEqualTo("MANUAL");
    }

    @Test
    void keepsAPartialFillOpenAndSellsOnlyWhatItHolds() {
        Entry entry = entered("YES", "10", "0.97");
        world.order(entry.order(), "x-1" + entry.order(), "CANCELED", "4", "NOT_FILLED_AT_ONCE");
        eventually(() -> assertThat(world.events(entry.trade())).containsExactly("TradeRequested", "EntryEnded"));
        assertThat(world.trade(entry.trade(), "status"))
                .as("the fills it counts have not come")
                .isEqualTo("pending");
        world.fill(null, "x-1" + entry.order(), "YES", "0.96", "4", "0.02");
        becomes(entry, "open");
        assertThat(world.trade(entry.trade(), "filled || ' ' || cost")).isEqualTo("4.00 3.840000");
        var answer = answered(world.requestClose(entry.trade(), "YES", "PROBABILITY_STOP"));
        assertThat(intent(answer.getString("clientOrderId"))).startsWith("close ask 4.00 ");
        assertThat(world.trade(entry.trade(), "close_reason")).isEqualTo("PROBABILITY_STOP");
    }

    @Test
    void missesWithoutAFillAndOpensWhenAFillComesLate() {
        Entry entry = entered("YES", "10", "0.97");
        world.order(entry.order(), null, "ABSENT", "0", "two scans without it");
        becomes(entry, "missed");
        world.fill(entry.order(), "x-" + entry.order(), "YES", "0.96", "3", "0.01");
        becomes(entry, "open");
        eventually(() -> assertThat(alerts("LATE_FILL")).isEqualTo("1"));
        assertThat(world.events(entry.trade())).containsExactly("TradeRequested", "EntryEnded", "EntryFilled");
        world.execute("""
                INSERT INTO account.orders (account, mode, order_id, client_order_id, ticker, bought_side, status, yes_price,
                    initial_count, filled_count, remaining_count, created_at)
                VALUES ('simulated', 'simulated', 'x-%s', '%s', '%s', 'YES', 'canceled', 0.97, 10, 3, 0, now())\
                """, entry.order(), entry.order(), world.ticker);
        eventually(() -> assertThat(world.events(entry.trade()))
                .as("the exchange's own count ends the entry")
                .containsExactly("TradeRequested", "EntryEnded", "EntryFilled", "EntryEnded"));
    }

    @Test
    void isRejectedWithTheExchangesCode() {
        Entry entry = entered("NO", "10", "0.97");
        world.order(entry.order(), null, "REJECTED", "0", "insufficient_balance: not enough on shard 2");
        becomes(entry, "rejected");
        assertThat(world.trade(entry.trade(), "denial_code")).isEqualTo("insufficient_balance");
    }

    @Test
    void opensARejectedTradeWhenAFillProvesTheOpposite() {
        Entry entry = entered("YES", "10", "0.97");
        world.order(entry.order(), null, "REJECTED", "0", "insufficient_balance: not enough on shard 2");
        becomes(entry, "rejected");
        world.fill(entry.order(), "x-" + entry.order(), "YES", "0.96", "10", "0.03");
        becomes(entry, "open");
        assertThat(world.trade(entry.trade(), "coalesce(denial_code, 'none') || ' ' || filled"))
                .isEqualTo("none 10.00");
        eventually(() -> assertThat(alerts("LATE_FILL")).isEqualTo("1"));
    }

    @Test
    void expiresEachTradeAtItsOwnContractsCloseAsItIsNowKnown() {
        Entry moved = bought("YES", "0.96", "0.03");
        TestWorld later = world;
        world = new TestWorld(database, business.now());
        Entry usual = bought("YES", "0.96", "0.03");
        later.execute(
                "UPDATE markets.markets SET closes_at = closes_at + interval '20 minutes' WHERE ticker = '%s'",
                later.ticker);
        business.moveOn(TestWorld.TO_CLOSE);
        becomes(usual, "expired");
        afterAStep();
        assertThat(world.trade(moved.trade(), "status")).isEqualTo("open");
        String close =
                answered(later.requestClose(moved.trade(), "YES", "MANUAL")).getString("clientOrderId");
        assertThat(world.text("SELECT i.closes_at = m.closes_at FROM trading.order_intents i JOIN markets.markets m"
                        + " USING (ticker) WHERE client_order_id = '" + close + "'"))
                .isEqualTo("t");
        business.moveOn(Duration.ofMinutes(20));
        becomes(moved, "expired");
    }

    @Test
    void staysOpenOnceTheOperatorSaysStopAndTheOrderThatIsOutEndsEmpty() {
        Entry entry = bought("YES", "0.96", "0.03");
        assertThat(denial(world.requestAbandon(entry.trade(), "YES"))).isEqualTo("NOT_CLOSING");
        String first = answered(world.requestClose(entry.trade(), "YES", "PROBABILITY_STOP"))
                .getString("clientOrderId");
        assertThat(denial(world.requestAbandon(entry.trade(), "NO"))).isEqualTo("TRADE_DIFFERS");
        assertThat(answered(world.requestAbandon(entry.trade(), "YES")).getString("outcome"))
                .isEqualTo("abandoned");
        assertThat(world.trade(entry.trade(), "status")).isEqualTo("closing");
        assertThat(denial(world.requestAbandon(entry.trade(), "YES"))).isEqualTo("NOT_CLOSING");
        world.order(first, "x-" + first, "CANCELED", "0", "NOT_FILLED_AT_ONCE");
        becomes(entry, "open");
        assertThat(world.events(entry.trade())).endsWith("CloseRequested", "CloseAbandoned", "CloseEnded");
        assertThat(world.text("SELECT document ->> 'by' FROM trading.trade_events WHERE type = 'CloseAbandoned'"
                        + " AND trade_id = '" + entry.trade() + "'"))
                .isEqualTo("ada");
        afterAStep();
        assertThat(closeOrders(entry)).as("no further attempt").isEqualTo(first);
        String second =
                answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("clientOrderId");
        world.fill(second, "x-" + second, "NO", "0.94", "10", "0.06");
        becomes(entry, "closed");
    }

    @Test
    void sellsOnInSpiteOfTheOperatorWhileTheKillSwitchFlattens() {
        Entry entry = bought("YES", "0.96", "0.03");
        String slow =
                answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("clientOrderId");
        world.execute("UPDATE trading.risk_state SET kill_switch = true, flatten = true");
        assertThat(denial(world.requestAbandon(entry.trade(), "YES"))).isEqualTo("FLATTENING");
        world.order(slow, "x-" + slow, "CANCELED", "0", "NOT_FILLED_AT_ONCE");
        String second = eventually(() -> closeOrders(entry), orders -> orders.split(",").length == 2)
                .split(",")[1];
        assertThat(intent(second)).startsWith("close ask 10.00 0.0100 ");
        assertThat(world.text("SELECT order_group IS NULL FROM trading.order_intents WHERE client_order_id = '" + second
                        + "'"))
                .isEqualTo("t");
        assertThat(world.trade(entry.trade(), "close_reason")).isEqualTo("KILL_SWITCH_FLATTEN");
    }

    @Test
    void sellsAgainWithTwiceTheSlipUntilNothingIsHeld() {
        Entry entry = bought("YES", "0.96", "0.03");
        String first = answered(world.requestClose(entry.trade(), "YES", "MOMENTUM_SPIKE"))
                .getString("clientOrderId");
        world.fill(first, "x-" + first, "NO", "0.94", "3", "0.02");
        world.order(first, "x-" + first, "CANCELED", "3", "NOT_FILLED_AT_ONCE");
        String second = eventually(() -> closeOrders(entry), orders -> orders.split(",").length == 2)
                .split(",")[1];
        assertThat(second).isNotEqualTo(first);
        assertThat(intent(second)).isEqualTo("close ask 7.00 0.9300 immediate_or_cancel t maker 2 new");
        world.fill(second, "x-" + second, "NO", "0.93", "7", "0.04");
        becomes(entry, "closed");
        assertThat(world.trade(entry.trade(), FIGURES))
                .isEqualTo("closed 10.00 10.00 9.600000 9.330000 0.090000 -0.360000 L");
        assertThat(world.trade(entry.trade(), "close_reason")).isEqualTo("MOMENTUM_SPIKE");
    }

    @Test
    void sellsAgainAfterAnAbsentCloseOnlyAsTheMarketsSoleTrade() {
        Entry entry = bought("YES", "0.96", "0.03");
        Entry other = entered("YES", "3", "0.97");
        world.fill(other.order(), "x-" + other.order(), "YES", "0.96", "3", "0.02");
        becomes(other, "open");
        String absent =
                answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("clientOrderId");
        world.order(absent, null, "ABSENT", "0", "two scans without it");
        eventually(() -> assertThat(alerts("CLOSE_NOT_SENT_AGAIN")).isEqualTo("1"));
        assertThat(denial(world.requestClose(entry.trade(), "YES", "EMERGENCY")))
                .isEqualTo("NOT_SOLE_AFTER_ABSENT");
        assertThat(closeOrders(entry)).isEqualTo(absent);

        String sold =
                answered(world.requestClose(other.trade(), "YES", "MANUAL")).getString("clientOrderId");
        world.fill(sold, "x-" + sold, "NO", "0.94", "3", "0.02");
        becomes(other, "closed");
        String again = eventually(() -> closeOrders(entry), orders -> orders.split(",").length == 2)
                .split(",")[1];
        assertThat(again).isNotEqualTo(absent);
        world.fill(again, "x-" + again, "NO", "0.93", "10", "0.04");
        becomes(entry, "closed");
    }

    @Test
    void answersRepeatedAndObsoleteClosesWithTheirReason() {
        Entry entry = bought("NO", "0.96", "0.03");
        assertThat(denial(world.requestClose(entry.trade(), "YES", "MANUAL"))).isEqualTo("TRADE_DIFFERS");
        String close =
                answered(world.requestClose(entry.trade(), "NO", "MANUAL")).getString("clientOrderId");
        assertThat(intent(close)).isEqualTo("close bid 10.00 0.9700 immediate_or_cancel t maker 2 new");
        assertThat(denial(world.requestClose(entry.trade(), "NO", "MANUAL"))).isEqualTo("CLOSE_UNDER_WAY");
        assertThat(denial(world.requestClose(entry.trade(), "NO", "EMERGENCY"))).isEqualTo("CLOSE_UNDER_WAY");
        world.fill(close, "x-" + close, "YES", "0.05", "10", "0.03");
        becomes(entry, "closed");
        assertThat(denial(world.requestClose(entry.trade(), "NO", "MANUAL"))).isEqualTo("TRADE_NOT_OPEN");
        assertThat(denial(world.requestClose("00000000-0000-7000-8000-000000000000", "NO", "MANUAL")))
                .isEqualTo("TRADE_UNKNOWN");
    }

    @Test
    void stopsSellingWhenTheMarketHasClosed() {
        Entry entry = bought("YES", "0.96", "0.03");
        String close =
                answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("clientOrderId");
        business.moveOn(TestWorld.TO_CLOSE);
        becomes(entry, "expired");
        world.order(close, "x-" + close, "REJECTED", "0", "MARKET_INACTIVE: closed");
        eventually(() -> assertThat(world.events(entry.trade())).endsWith("TradeExpired", "CloseEnded"));
        assertThat(denial(world.requestClose(entry.trade(), "YES", "MANUAL"))).isEqualTo("MARKET_CLOSED");
        world.settlement("1", "10", "0", "10.00", "0.03", "final");
        becomes(entry, "closed");
        assertThat(closeOrders(entry)).isEqualTo(close);
    }

    @Test
    void sellsAtTheLastGridPriceInAnEmergencyEvenWithTheSwitchOn() {
        Entry entry = bought("YES", "0.96", "0.03");
        world.execute("UPDATE trading.risk_state SET kill_switch = true, entries_halted = true, halt_reason = 'test'");
        String close =
                answered(world.requestClose(entry.trade(), "YES", "EMERGENCY")).getString("clientOrderId");
        assertThat(intent(close)).startsWith("close ask 10.00 0.0100 ");
    }

    @Test
    void booksTheCorrectionOfAnAmendedResult() {
        Entry entry = bought("YES", "0.96", "0.03");
        world.settlement("1", "10", "0", "10.00", "0.03", "final");
        becomes(entry, "closed");
        world.settlement("0", "10", "0", "0.00", "0.03", "amended");
        eventually(() ->
                assertThat(world.trade(entry.trade(), "pnl || ' ' || outcome")).isEqualTo("-9.630000 L"));
        assertThat(world.events(entry.trade())).endsWith("TradeSettled", "SettlementAmended");
        assertThat(alerts("SETTLEMENT_AMENDED")).isEqualTo("1");
        assertThat(alerts("SETTLEMENT_DIFFERENCE")).isEqualTo("0");
    }

    @Test
    void booksEachCorrectionOfAResultThatIsAmendedBackAndForth() {
        Entry entry = bought("YES", "0.96", "0.03");
        world.settlement("1", "10", "0", "10.00", "0.03", "final");
        becomes(entry, "closed");
        amends(entry, "0", "0.00", "-9.630000 L");
        amends(entry, "1", "10.00", "0.370000 W");
        amends(entry, "0", "0.00", "-9.630000 L");
        amends(entry, "0.5", "5.00", "-4.630000 L");
        assertThat(world.events(entry.trade()))
                .endsWith(
                        "TradeSettled",
                        "SettlementAmended",
                        "SettlementAmended",
                        "SettlementAmended",
                        "SettlementAmended");
        assertThat(alerts("SETTLEMENT_AMENDED")).isEqualTo("4");
    }

    private void amends(Entry entry, String yesValue, String revenue, String figures) {
        world.settlement(yesValue, "10", "0", revenue, "0.03", "amended");
        eventually(() ->
                assertThat(world.trade(entry.trade(), "pnl || ' ' || outcome")).isEqualTo(figures));
    }

    @Test
    void namesASettlementThatPaidSomethingElse() {
        Entry entry = bought("YES", "0.96", "0.03");
        world.settlement("1", "9", "0", "9.00", "0.03", "final");
        becomes(entry, "closed");
        eventually(() -> assertThat(alerts("SETTLEMENT_DIFFERENCE")).isEqualTo("1"));
    }

    @Test
    void attachesEachFillToItsOwnTradeWhenTwoShareAMarket() {
        Entry one = entered("YES", "2", "0.97");
        Entry other = entered("YES", "3", "0.97");
        world.fill(other.order(), "x-" + other.order(), "YES", "0.96", "3", "0.02");
        becomes(other, "open");
        assertThat(world.trade(one.trade(), "status")).isEqualTo("pending");
        world.fill(one.order(), "x-" + one.order(), "YES", "0.95", "2", "0.01");
        becomes(one, "open");
        assertThat(world.trade(one.trade(), "cost") + " " + world.trade(other.trade(), "cost"))
                .isEqualTo("1.900000 2.880000");
        world.settlement("1", "5", "0", "5.00", "0.03", "final");
        becomes(one, "closed");
        becomes(other, "closed");
        assertThat(alerts("SETTLEMENT_DIFFERENCE")).isEqualTo("0");
    }

    private String intent(String order) {
        return world.text("""
            SELECT concat_ws(' ', purpose, book_side, quantity, yes_price, time_in_force, reduce_only,
                self_trade_prevention, exchange_index, state)
            FROM trading.order_intents WHERE client_order_id = '%s'\
            """.formatted(order));
    }

    private String closeOrders(Entry entry) {
        return String.join(",", world.texts("""
            SELECT client_order_id FROM trading.order_intents WHERE trade_id = '%s' AND purpose = 'close'
            ORDER BY intended_at\
            """.formatted(entry.trade())));
    }

    private String denial(String request) {
        return answered(request).getString("code");
    }

    private String alerts(String code) {
        return world.text("""
            SELECT count(*) FROM system.alerts a LEFT JOIN trading.trades t ON t.trade_id::text = a.facts ->> 'trade'
            WHERE a.code = '%s' AND (a.facts ->> 'ticker' = '%s' OR t.ticker = '%s')\
            """.formatted(code, world.ticker, world.ticker));
    }
}
