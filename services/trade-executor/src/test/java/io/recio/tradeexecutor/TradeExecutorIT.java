package io.recio.tradeexecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.time.SystemClock;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.servicekit.DeskRunner;
import io.recio.tradeexecutor.exchange.Exchange;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
class TradeExecutorIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    TestDatabase database;

    @Inject
    DeskRunner runner;

    @Inject
    ScriptedExchange exchange;

    @Inject
    SystemClock clock;

    private IntentRows rows;

    @BeforeEach
    void allowEntries() {
        await().atMost(SOON).until(runner::isActive);
        rows = new IntentRows(database);
        rows.allowEntries();
    }

    @Test
    void sendsAnEntryOnceAndRecordsItsPartialFill() {
        String order = scriptedEntry(placed("X-1", "8", "0"));
        becomes(order, "final 1 CANCELED X-1 8.00 0.00 NOT_FILLED_AT_ONCE");
        assertThat(rows.events(order)).containsExactly("OrderClaimed", "OrderAccepted");
        assertThat(exchange.sent(order)).singleElement().satisfies(intent -> {
            assertThat(intent.ticker().value()).isEqualTo(IntentRows.TICKER);
            assertThat(intent.count()).isEqualTo(Quantity.ofContracts(20));
            assertThat(intent.yesPrice()).isEqualTo(Price.of("0.97"));
            assertThat(intent.shard()).isEqualTo(2);
        });
    }

    @Test
    void recordsARefusal() {
        String order = scriptedEntry(new Exchange.Refused("insufficient_balance", "balance too low ", false));
        becomes(order, "final 1 REJECTED 0.00 0.00 insufficient_balance: balance too low");
        assertThat(exchange.sent(order)).hasSize(1);
    }

    @Test
    void settlesAnOrderInDoubtByWhatTheAccountShows() {
        String order = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        becomes(order, "in_doubt 1 IN_DOUBT 0.00 20.00 TIMEOUT: no answer");
        rows.accountOrder(order, "X-2");
        becomes(order, "final 1 CANCELED X-2 8.00 0.00 OTHER");
        assertThat(rows.events(order)).containsExactly("OrderClaimed", "OrderFellInDoubt", "OrderCanceled");
        assertThat(exchange.sent(order)).hasSize(1);
    }

    @Test
    void provesAnEntryAbsentByTwoEmptyScansAndNeverSendsItAgain() {
        String order = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        exchange.showsNothingOf(order, clock.now().plus(Duration.ofHours(1)));
        eventually(() -> assertThat(rows.standing(order)).startsWith("final 1 ABSENT 0.00 0.00 2 full scans"));
        assertThat(rows.events(order)).containsExactly("OrderClaimed", "OrderFellInDoubt", "OrderProvenAbsent");
        sendsAnother();
        assertThat(exchange.sent(order)).hasSize(1);
    }

    @Test
    void provesNothingAbsentWithoutASocketThatListenedSinceBeforeTheSend() {
        rows.execute("UPDATE account.sync_state SET subscribed_since = clock_timestamp() + interval '1 minute'");
        String order = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        exchange.showsNothingOf(order, clock.now().plus(Duration.ofHours(1)));
        await().atMost(SOON).until(() -> exchange.scans(order) >= 4);
        assertThat(rows.standing(order)).startsWith("in_doubt 1 IN_DOUBT");
        rows.accountOrder(order, "X-3");
        becomes(order, "final 1 CANCELED X-3 8.00 0.00 OTHER");
    }

    @Test
    void sendsNoEntryWhileTheKillSwitchIsOnButSendsAClose() {
        rows.execute("UPDATE trading.risk_state SET kill_switch = true");
        assertNotSent(rows.entry(), "KILL_SWITCH_ON");
        String close = rows.close();
        eventually(() -> assertThat(exchange.sent(close))
                .singleElement()
                .satisfies(intent -> assertThat(intent.reduceOnly()).isTrue()));
    }

    @Test
    void sendsNoEntryWhileEntriesAreHalted() {
        rows.execute("UPDATE trading.risk_state SET entries_halted = true");
        assertNotSent(rows.entry(), "ENTRIES_HALTED");
    }

    @Test
    void sendsNoEntryWithoutAHeartbeatOfTheSupervisor() {
        rows.execute("UPDATE trading.supervisor_heartbeat SET beat_at = clock_timestamp() - interval '3 seconds'");
        assertNotSent(rows.entry(), "NO_SUPERVISOR");
    }

    @Test
    void sendsNoEntryAfterItsDeadline() {
        assertNotSent(rows.entry("clock_timestamp() - interval '1 second'", IntentRows.TO_CLOSE), "DEADLINE_PASSED");
    }

    @Test
    void sendsNothingIntoAClosedMarket() {
        assertNotSent(rows.entry(IntentRows.AHEAD, "now() - interval '1 second'"), "MARKET_CLOSED");
    }

    @Test
    void sendsNoEntryToAPausedShardAndKeepsACloseUntilItTrades() {
        rows.execute("UPDATE markets.exchange_status SET trading_active = false");
        String close = rows.close();
        assertNotSent(rows.entry(), "EXCHANGE_PAUSED");
        assertThat(rows.standing(close)).isEqualTo("new 0");
        rows.execute("UPDATE markets.exchange_status SET trading_active = true");
        eventually(() -> assertThat(exchange.sent(close)).hasSize(1));
    }

    @Test
    void goesOnBesideAnIntentItCannotRead() {
        String unreadable = rows.unreadable();
        sendsAnother();
        assertThat(rows.standing(unreadable)).isEqualTo("new 0");
        assertThat(exchange.sent(unreadable)).isEmpty();
    }

    @Test
    void putsInDoubtWhatAFormerHolderWasSending() {
        long epoch = runner.lastEpoch();
        String order = rows.sending(new OrderEvent.OrderClaimed(epoch, 1, clock.now()));
        rows.takeOver();
        becomes(order, "in_doubt 1 IN_DOUBT 0.00 20.00 executor was replaced while sending");
        assertThat(runner.lastEpoch()).isGreaterThan(epoch + 1);
        sendsAnother();
        assertThat(exchange.sent(order)).isEmpty();
        assertThat(rows.events(order)).containsExactly("OrderClaimed", "OrderFellInDoubt");
    }

    @Test
    void claimsNothingUntilAccessIsProvenAgain() {
        exchange.reachable(false);
        long epoch = runner.lastEpoch();
        rows.takeOver();
        await().atMost(SOON).until(() -> runner.isActive() && runner.lastEpoch() > epoch);
        String order = scriptedEntry(placed("X-4", "20", "0"));
        assertNotSent(rows.entry("clock_timestamp() - interval '1 second'", IntentRows.TO_CLOSE), "DEADLINE_PASSED");
        assertThat(rows.standing(order)).isEqualTo("new 0");
        exchange.reachable(true);
        becomes(order, "final 1 EXECUTED X-4 20.00 0.00");
    }

    /** A later entry has been sent and answered: the desk has been round since. */
    private void sendsAnother() {
        String order = scriptedEntry(placed("X-another-" + UUID.randomUUID(), "20", "0"));
        eventually(() -> assertThat(rows.standing(order)).startsWith("final 1 EXECUTED"));
    }

    /** The answer is known before the order is. */
    private String scriptedEntry(Exchange.SendOutcome outcome) {
        String order = IntentRows.newOrder();
        exchange.answers(order, outcome);
        rows.entry(order);
        return order;
    }

    private static Exchange.Placed placed(String id, String filled, String remaining) {
        return new Exchange.Placed(new ExchangeOrderId(id), Quantity.of(filled), Quantity.of(remaining));
    }

    private void assertNotSent(String order, String reason) {
        becomes(order, "final 0 CANCELLED_UNSENT 0.00 0.00 " + reason);
        assertThat(exchange.sent(order)).isEmpty();
    }

    private void becomes(String order, String standing) {
        eventually(() -> assertThat(rows.standing(order)).isEqualTo(standing));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }
}
