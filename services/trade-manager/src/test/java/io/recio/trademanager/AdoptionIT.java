package io.recio.trademanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** After a restore or a failover the exchange knows orders of ours that our rows have lost. */
@QuarkusTest
class AdoptionIT extends TradeManagerFixture {

    private static final String FIGURES = "status || ' ' || filled || ' ' || closed || ' ' || cost || ' ' || fees";

    @Test
    void beginsATradeForALostEntryAndHaltsUntilAPersonHasLooked() {
        String order = lost("YES", "executed", "0.97", "10", "now()");
        world.fill(order, "x-" + order, "YES", "0.96", "10", "0.03");
        rowsAreLost();
        Entry entry = eventuallyAdopted(order);
        becomes(entry, "open");
        assertThat(world.trade(entry.trade(), FIGURES)).isEqualTo("open 10.00 0.00 9.600000 0.030000");
        assertThat(world.trade(entry.trade(), "strategy || ' ' || entered_by || ' ' || price_cap || ' ' || strike"))
                .isEqualTo("Adopted adoption 0.9700 114999.990000");
        assertThat(intent(order)).isEqualTo("entry bid 10.00 0.9700 immediate_or_cancel in_doubt");
        assertThat(world.text("SELECT entries_halted || ' ' || halt_reason FROM trading.risk_state"))
                .isEqualTo("true ORDER_ADOPTED order=" + order + " ticker=" + world.ticker);
        assertThat(alerts(order)).isEqualTo("entry");
        world.order(order, "x-" + order, "EXECUTED", "10", "");
        world.settlement("1", "10", "0", "10.00", "0.03", "final");
        becomes(entry, "closed");
        assertThat(world.trade(entry.trade(), "pnl")).isEqualTo("0.370000");
    }

    @Test
    void leavesToTheExecutorWhatBecomesOfOneThatStillRests() {
        String order = lost("NO", "resting", "0.04", "0", "now()");
        rowsAreLost();
        Entry entry = eventuallyAdopted(order);
        assertThat(world.trade(entry.trade(), "status || ' ' || price_cap")).isEqualTo("pending 0.9600");
        assertThat(intent(order)).isEqualTo("entry ask 10.00 0.0400 good_till_canceled in_doubt");
        world.order(order, "x-" + order, "CANCELED", "0", "EXPIRED");
        becomes(entry, "missed");
    }

    @Test
    void countsALostCloseAsASaleOfTheTradeThatHeldIt() {
        Entry held = bought("YES", "0.96", "0.03");
        String order = lost("NO", "executed", "0.92", "10", "now()");
        world.fill(order, "x-" + order, "NO", "0.92", "10", "0.05");
        rowsAreLost();
        eventually(() -> assertThat(world.events(held.trade())).contains("CloseAdopted", "CloseFilled"));
        assertThat(intent(order)).isEqualTo("close ask 10.00 0.9200 immediate_or_cancel in_doubt");
        becomes(held, "closed");
        assertThat(world.trade(held.trade(), "pnl")).isEqualTo("-0.480000");
        assertThat(alerts(order)).isEqualTo("close");
    }

    @Test
    void findsTheTradeOfALostCloseThoughItsEntryWasLostToo() {
        String entry = lost("YES", "executed", "0.97", "10", "now() - interval '1 minute'");
        String close = lost("NO", "executed", "0.92", "10", "now()");
        rowsAreLost();
        Entry adopted = eventuallyAdopted(entry);
        world.synced(0);
        afterAStep();
        assertThat(intent(close)).as("nothing is known to be held yet").isEmpty();
        world.fill(entry, "x-" + entry, "YES", "0.96", "10", "0.03");
        becomes(adopted, "open");
        world.synced(0);
        eventually(() -> assertThat(intent(close)).startsWith("close ask 10.00"));
        world.fill(close, "x-" + close, "NO", "0.92", "10", "0.05");
        becomes(adopted, "closed");
        assertThat(world.trade(adopted.trade(), "pnl")).isEqualTo("-0.480000");
    }

    @Test
    void correctsATradeThatWasSettledAsIfItHadBeenHeld() {
        Entry held = bought("YES", "0.96", "0.03");
        world.settlement("1", "10", "0", "10.00", "0.03", "final");
        becomes(held, "closed");
        assertThat(world.trade(held.trade(), "pnl")).isEqualTo("0.370000");
        String order = lost("NO", "executed", "0.92", "10", "now()");
        world.fill(order, "x-" + order, "NO", "0.92", "10", "0.05");
        rowsAreLost();
        eventually(() -> assertThat(world.trade(held.trade(), "pnl")).isEqualTo("-0.480000"));
    }

    @Test
    void adoptsAnewWhatIsLostAgain() {
        String order = lost("YES", "resting", "0.97", "0", "now()");
        rowsAreLost();
        String first = eventuallyAdopted(order).trade();
        world.execute("""
                DELETE FROM trading.trade_events WHERE trade_id = '%s';
                DELETE FROM trading.order_intents WHERE trade_id = '%s';
                DELETE FROM trading.trades WHERE trade_id = '%s'""", first, first, first);
        rowsAreLost();
        assertThat(eventuallyAdopted(order).trade()).isNotEqualTo(first);
    }

    @Test
    void leavesAloneWhatIsNotOursOrCameToNothing() {
        String strange = order("other-" + UUID.randomUUID(), "YES", "executed", "0.97", "10", "now()");
        String empty = lost("YES", "canceled", "0.97", "0", "now()");
        String lost = lost("YES", "executed", "0.97", "10", "now()");
        rowsAreLost();
        eventuallyAdopted(lost);
        assertThat(intent(strange) + intent(empty)).isEmpty();
        assertThat(world.text("SELECT count(*) FROM trading.trades WHERE ticker = '%s'".formatted(world.ticker)))
                .isEqualTo("1");
    }

    /** An order under our prefix of which we have no row. */
    private String lost(String boughtSide, String status, String yesPrice, String filled, String createdAt) {
        return order("test-" + UUID.randomUUID(), boughtSide, status, yesPrice, filled, createdAt);
    }

    private String order(
            String id, String boughtSide, String status, String yesPrice, String filled, String createdAt) {
        world.execute("""
                INSERT INTO account.orders (account, mode, order_id, client_order_id, ticker, bought_side, status, yes_price,
                    initial_count, filled_count, remaining_count, created_at)
                VALUES ('simulated', 'simulated', 'x-%s', '%s', '%s', '%s', '%s', %s, 10, %s, 0, %s)\
                """, id, id, world.ticker, boughtSide, status, yesPrice, filled, createdAt);
        return id;
    }

    /** The holding ends, as it does whenever rows may be missing, and the account is read anew. */
    private void rowsAreLost() {
        standDown();
        await().atMost(SOON).until(runner::isActive);
        afterAStep();
        world.synced(0);
    }

    private Entry eventuallyAdopted(String order) {
        String trade = eventually(
                () -> world.text(
                        "SELECT trade_id FROM trading.order_intents WHERE client_order_id = '%s'".formatted(order)),
                id -> !id.isEmpty());
        return new Entry(trade, order);
    }

    private String intent(String order) {
        return world.text("""
                SELECT concat_ws(' ', purpose, book_side, quantity, yes_price, time_in_force, state)
                FROM trading.order_intents WHERE client_order_id = '%s'""".formatted(order));
    }

    private String alerts(String order) {
        return world.text(
                "SELECT facts ->> 'as' FROM system.alerts WHERE code = 'ORDER_ADOPTED' AND facts ->> 'order' = '%s'"
                        .formatted(order));
    }
}
