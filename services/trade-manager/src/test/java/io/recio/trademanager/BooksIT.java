package io.recio.trademanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BooksIT extends TradeManagerFixture {

    @Inject
    TradeDesk desk;

    @Test
    void parksAFillUntilAnOrderExplainsIt() {
        Entry entry = entered("YES", "10", "0.97");
        String fill = world.fill(null, "x-" + entry.order(), "YES", "0.96", "10", "0.03");
        afterAStep();
        assertThat(attached(fill)).isEmpty();
        world.execute("""
                INSERT INTO account.orders (account, mode, order_id, client_order_id, ticker, bought_side, status, yes_price,
                    initial_count, filled_count, remaining_count, created_at)
                VALUES ('simulated', 'simulated', 'x-%s', '%s', '%s', 'YES', 'executed', 0.97, 10, 10, 0, now())\
                """, entry.order(), entry.order(), world.ticker);
        becomes(entry, "open");
        assertThat(attached(fill)).isEqualTo(entry.trade());
        assertThat(halted()).isEqualTo("false");
    }

    @Test
    void callsAFillNobodysOnlyAfterTwoFullReadsOfOrders() {
        String fill = world.fill(null, "x-stranger-" + world.event, "YES", "0.96", "1", "0.01");
        world.synced(0);
        afterAStep();
        world.synced(1);
        afterAStep();
        assertThat(attached(fill))
                .as("one read, or two within two seconds, prove nothing")
                .isEmpty();
        world.synced(3);
        eventually(() -> assertThat(attached(fill)).isEqualTo("nobody"));
        assertThat(world.text("SELECT entries_halted || ' ' || halt_reason FROM trading.risk_state"))
                .isEqualTo("true UNATTRIBUTED_FILL fill=" + fill + " ticker=" + world.ticker);
        assertThat(world.text("SELECT concat_ws(' ', actor, action, facts ->> 'reason') FROM auth.audit"
                        + " ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("trade-manager halt-entries UNATTRIBUTED_FILL fill=" + fill + " ticker=" + world.ticker);
        assertThat(alerts("UNATTRIBUTED_FILL", "fill", fill)).isEqualTo("1");
        JsonObject answer = answered(world.requestOpen("YES", "1", "0.97"));
        assertThat(answer.getString("code")).isEqualTo("RECONCILIATION_HALT");
    }

    @Test
    void setsAnOverfillAsideInsteadOfBendingTheTrade() {
        Entry entry = bought("YES", "0.96", "0.03");
        String over = world.fill(entry.order(), "x-" + entry.order(), "YES", "0.96", "1", "0.01");
        eventually(() -> assertThat(attached(over)).isEqualTo("nobody"));
        assertThat(alerts("FILL_CONTRADICTS_TRADE", "fill", over)).isEqualTo("1");
        assertThat(halted()).isEqualTo("true");
        assertThat(world.trade(entry.trade(), "filled")).isEqualTo("10.00");
    }

    @Test
    void haltsEntriesOnADifferenceOfTwoLooksAndGoesOnWhenTwoAgree() {
        bought("NO", "0.96", "0.03");
        exchangeHoldsWhatWeHold();
        world.execute("UPDATE account.positions SET position = -9 WHERE ticker = '%s'", world.ticker);
        world.synced(0);
        afterAStep();
        assertThat(halted()).isEqualTo("false");
        world.synced(1);
        eventually(() -> assertThat(halted()).isEqualTo("true"));
        assertThat(world.text("SELECT halt_reason FROM trading.risk_state"))
                .isEqualTo("POSITION_DIFFERENCE {" + world.ticker + "=ours -10.00 exchange -9.00}");
        exchangeHoldsWhatWeHold();
        world.synced(2);
        afterAStep();
        assertThat(halted()).isEqualTo("true");
        world.synced(3);
        eventually(() -> assertThat(halted()).isEqualTo("false"));
    }

    @Test
    void haltsEntriesWhenCashDiffersAtTwoLooksAndGoesOnWhenItAgrees() {
        afresh();
        world.reconciled(0);
        eventually(() -> assertThat(world.text("SELECT cash || ' ' || booked FROM trading.cash_anchors"))
                .isEqualTo("10000.000000 0.000000"));
        bought("YES", "0.96", "0.03");
        exchangeHoldsWhatWeHold();
        cash("9990.37");
        world.reconciled(1);
        afterAStep();
        world.reconciled(2);
        afterAStep();
        assertThat(halted()).isEqualTo("false");
        cash("9985.37");
        world.reconciled(3);
        afterAStep();
        assertThat(halted()).as("one look may catch a payout on its way").isEqualTo("false");
        world.reconciled(4);
        eventually(() -> assertThat(halted()).isEqualTo("true"));
        assertThat(world.text("SELECT halt_reason FROM trading.risk_state"))
                .isEqualTo("BALANCE_DIFFERENCE expected 9990.370000 found 9985.370000 unexplained -5.000000");
        assertThat(alerts("BALANCE_DIFFERENCE", "unexplained", "-5.000000")).isEqualTo("1");
        cash("9990.36");
        world.reconciled(5);
        afterAStep();
        assertThat(halted()).isEqualTo("true");
        world.reconciled(6);
        eventually(() -> assertThat(halted()).as("a cent is rounding").isEqualTo("false"));
    }

    @Test
    void doesNotCompareCashWhileAnOrderIsOut() {
        afresh();
        world.reconciled(0);
        eventually(() -> assertThat(world.text("SELECT count(*) FROM trading.cash_anchors"))
                .isEqualTo("1"));
        entered("YES", "10", "0.97");
        cash("9990.37");
        world.reconciled(1);
        afterAStep();
        world.reconciled(2);
        afterAStep();
        world.reconciled(3);
        afterAStep();
        assertThat(halted()).isEqualTo("false");
    }

    @Test
    void sellsWhatIsHeldAtALossLimitWhenSetSo() {
        Entry kept = bought("YES", "0.96", "0.03");
        Entry lost = entered("YES", "100", "0.97");
        world.fill(lost.order(), "x-" + lost.order(), "YES", "0.96", "100", "0.30");
        becomes(lost, "open");
        world.limitFurtherLossTo("50");
        world.execute("UPDATE settings.risk_limits SET flatten_on_loss_limit = true");
        String close =
                answered(world.requestClose(lost.trade(), "YES", "MANUAL")).getString("clientOrderId");
        world.fill(close, "x-" + close, "NO", "0.01", "100", "0.30");
        becomes(lost, "closed");
        eventually(() -> assertThat(world.text("SELECT kill_switch || ' ' || flatten FROM trading.risk_state"))
                .isEqualTo("true true"));
        becomes(kept, "closing");
        assertThat(world.trade(kept.trade(), "close_reason")).isEqualTo("KILL_SWITCH_FLATTEN");
    }

    @Test
    void throwsTheKillSwitchAtTheWeeklyLossAndLeavesARowInTheAudit() {
        world.execute("""
                UPDATE settings.risk_limits SET max_weekly_loss_dollars = greatest(0.01,
                    50 - (SELECT coalesce(sum(pnl), 0) FROM trading.trades WHERE status = 'closed'))\
                """);
        Entry entry = entered("YES", "100", "0.97");
        world.fill(entry.order(), "x-" + entry.order(), "YES", "0.96", "100", "0.30");
        becomes(entry, "open");
        String close =
                answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("clientOrderId");
        world.fill(close, "x-" + close, "NO", "0.01", "100", "0.30");
        becomes(entry, "closed");
        eventually(() -> assertThat(world.text("SELECT kill_switch || ' ' || kill_reason FROM trading.risk_state"))
                .startsWith("true WEEKLY_LOSS_LIMIT_REACHED {limit="));
        assertThat(world.text("""
                SELECT concat_ws(' ', actor, action, facts ->> 'account', facts ->> 'reason' = kill_reason)
                FROM auth.audit, trading.risk_state ORDER BY seq DESC LIMIT 1\
                """)).isEqualTo("trade-manager trip-kill-switch simulated t");
    }

    @Test
    void throwsTheKillSwitchAtTheDailyLossAndSellsWhatIsHeldWhenToldToFlatten() {
        world.execute("DELETE FROM system.alerts WHERE code = 'KILL_SWITCH_TRIPPED'");
        world.limitFurtherLossTo("500");
        Entry entry = entered("YES", "800", "0.97");
        Entry kept = entered("YES", "5", "0.97");
        world.fill(kept.order(), "x-" + kept.order(), "YES", "0.96", "5", "0.03");
        becomes(kept, "open");
        world.fill(entry.order(), "x-" + entry.order(), "YES", "0.96", "800", "2");
        becomes(entry, "open");
        assertThat(world.text("SELECT kill_switch FROM trading.risk_state")).isEqualTo("f");
        String close =
                answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("clientOrderId");
        world.fill(close, "x-" + close, "NO", "0.01", "800", "1");
        becomes(entry, "closed");
        eventually(() -> assertThat(world.text("SELECT kill_switch || ' ' || kill_by FROM trading.risk_state"))
                .isEqualTo("true trade-manager"));
        assertThat(world.text("SELECT kill_reason FROM trading.risk_state"))
                .startsWith("DAILY_LOSS_LIMIT_REACHED {limit=");
        assertThat(alerts("KILL_SWITCH_TRIPPED", "cause", "DAILY_LOSS_LIMIT_REACHED"))
                .isEqualTo("1");
        JsonObject answer = answered(world.requestOpen("YES", "1", "0.97"));
        assertThat(answer.getString("code")).isEqualTo("KILL_SWITCH_ON");
        assertThat(world.trade(kept.trade(), "status")).isEqualTo("open");
        world.execute("UPDATE trading.risk_state SET flatten = true");
        becomes(kept, "closing");
        assertThat(world.trade(kept.trade(), "close_reason")).isEqualTo("KILL_SWITCH_FLATTEN");
    }

    @Test
    void takesUpItsTradesWhereAnotherHolderLeftThem() {
        Entry entry = entered("YES", "10", "0.97");
        Entry held = bought("YES", "0.95", "0.03");
        standDown();
        world.fill(entry.order(), "x-" + entry.order(), "YES", "0.96", "10", "0.03");
        world.execute("UPDATE trading.trades SET status = 'pending', cost = 0 WHERE trade_id = '%s'", held.trade());
        becomes(entry, "open");
        assertThat(world.trade(held.trade(), "status || ' ' || cost")).isEqualTo("open 9.500000");
        assertThat(alerts("TRADE_ROW_CORRECTED", "trade", held.trade())).isEqualTo("1");
        world.settlement("1", "20", "0", "20.00", "0.06", "final");
        becomes(entry, "closed");
        becomes(held, "closed");
        assertThat(world.trade(entry.trade(), "pnl") + " " + world.trade(held.trade(), "pnl"))
                .isEqualTo("0.370000 0.470000");
    }

    @Test
    void haltsEntriesWhenATradeCannotBeReplayed() {
        Entry entry = bought("YES", "0.96", "0.03");
        standDown();
        world.execute("DELETE FROM trading.trade_events WHERE trade_id = '%s' AND seq = 1", entry.trade());
        eventually(() ->
                assertThat(alerts("TRADE_DAMAGED", "trade", entry.trade())).isEqualTo("1"));
        eventually(() -> assertThat(world.text("SELECT halt_reason FROM trading.risk_state"))
                .isEqualTo("TRADE_DAMAGED " + entry.trade()));
        world.execute("DELETE FROM trading.attached_fills WHERE trade_id = '%s'", entry.trade());
        world.execute("DELETE FROM account.fills WHERE ticker = '%s'", world.ticker);
        world.execute("DELETE FROM trading.trade_events WHERE trade_id = '%s'", entry.trade());
        world.execute("DELETE FROM trading.order_intents WHERE trade_id = '%s'", entry.trade());
        world.execute("DELETE FROM trading.trades WHERE trade_id = '%s'", entry.trade());
    }

    @Test
    void recoversWhenItsMemoryAndTheRowDisagree() {
        Entry entry = bought("YES", "0.96", "0.03");
        world.execute("UPDATE trading.trades SET events = 99 WHERE trade_id = '%s'", entry.trade());
        assertThat(answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("code"))
                .isEqualTo("FAULT");
        assertThat(answered(world.requestClose(entry.trade(), "YES", "MANUAL")).getString("outcome"))
                .isEqualTo("placed");
        assertThat(world.trade(entry.trade(), "status || ' ' || events")).isEqualTo("closing 3");
    }

    @Test
    void savesAPositionSnapshotAtAGracefulStop() {
        Entry entry = bought("NO", "0.96", "0.03");
        desk.finish();
        JsonObject position = new JsonObject(world.text("""
            SELECT p::text FROM trading.position_snapshots s, jsonb_array_elements(s.document -> 'positions') p
            WHERE p ->> 'trade' = '%s' ORDER BY s.snapshot_id DESC LIMIT 1\
            """.formatted(entry.trade())));
        assertThat(position)
                .isEqualTo(new JsonObject()
                        .put("trade", entry.trade())
                        .put("ticker", world.ticker)
                        .put("side", "NO")
                        .put("status", "OPEN")
                        .put("filled", "10.00")
                        .put("held", "10.00")
                        .put("cost", "9.600000")
                        .put("fees", "0.030000"));
    }

    /** No trade, no fill, no anchor; the service begins anew. */
    private void afresh() {
        world.execute("""
            TRUNCATE trading.trades, trading.attached_fills, trading.cash_anchors, account.orders, account.fills,
                account.positions CASCADE\
            """);
        standDown();
        await().atMost(SOON).until(runner::isActive);
    }

    private void cash(String dollars) {
        world.execute("UPDATE account.balances SET balance = " + dollars);
    }

    private void exchangeHoldsWhatWeHold() {
        world.execute("""
            DELETE FROM account.positions;
            INSERT INTO account.positions (account, mode, ticker, position, exposure, realized_pnl, fees_paid, exchange_at)
            SELECT account, mode, ticker, sum((filled - closed) * CASE side WHEN 'YES' THEN 1 ELSE -1 END), 0, 0, 0, now()
            FROM trading.trades WHERE status IN ('open', 'closing', 'expired') GROUP BY account, mode, ticker\
            """);
    }

    private String halted() {
        return world.text("SELECT entries_halted::text FROM trading.risk_state");
    }

    /** Empty while parked, otherwise the trade or "nobody". */
    private String attached(String fill) {
        return world.text("SELECT coalesce(trade_id::text, 'nobody') FROM trading.attached_fills WHERE fill_id = '%s'"
                .formatted(fill));
    }

    private String alerts(String code, String fact, String value) {
        return world.text("SELECT count(*) FROM system.alerts WHERE code = '%s' AND facts ->> '%s' = '%s'"
                .formatted(code, fact, value));
    }
}
