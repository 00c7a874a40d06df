package io.recio.tradeexecutor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.servicekit.DeskRunner;
import io.recio.tradeexecutor.exchange.Exchange;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    ScriptedGroups groups;

    @Inject
    ScriptedFunds funds;

    @Inject
    SystemClock clock;

    @Inject
    BusinessClock business;

    private IntentRows rows;
    private RestingWorld world;

    @BeforeEach
    void allowEntries() {
        await().atMost(SOON).until(runner::isActive);
        rows = new IntentRows(database);
        world = new RestingWorld(rows, business.now());
        rows.allowEntries();
        eventually(() -> assertThat(rows.group()).startsWith("armed group-"));
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
    void settlesAnOrderInDoubtByItsFillAndThenByTheOrder() {
        String order = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        rows.accountFill(order, "X-5", "8");
        becomes(order, "in_doubt 1 IN_DOUBT X-5 8.00 12.00 TIMEOUT: no answer");
        rows.accountOrder(order, "X-5");
        becomes(order, "final 1 CANCELED X-5 8.00 0.00 OTHER");
        assertThat(rows.events(order))
                .containsExactly("OrderClaimed", "OrderFellInDoubt", "OrderFilled", "OrderCanceled");
    }

    @Test
    void settlesByEvidenceWhatWasAdoptedAndNeverSendsIt() {
        String order = rows.adopted();
        await().atMost(SOON).until(() -> exchange.scans(order) >= 2);
        assertThat(rows.events(order)).isEmpty();
        rows.accountOrder(order, "X-81");
        becomes(order, "final 0 CANCELED X-81 8.00 0.00 OTHER");
        assertThat(rows.events(order)).containsExactly("OrderCanceled");
        assertThat(exchange.sent(order)).isEmpty();
    }

    @Test
    void neverReadsTheEvidenceOfAnotherAccountOrMode() {
        String order = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        rows.accountOrder("another", "simulated", order, "X-6");
        rows.accountOrder("simulated", "paper", order, "X-6");
        rows.accountFill("another", "simulated", order, "X-6", "8");
        rows.accountFill("simulated", "live", order, "X-6", "8");
        await().atMost(SOON).until(() -> exchange.scans(order) >= 2);
        assertThat(rows.standing(order)).isEqualTo("in_doubt 1 IN_DOUBT 0.00 20.00 TIMEOUT: no answer");
        rows.accountOrder(order, "X-7");
        becomes(order, "final 1 CANCELED X-7 8.00 0.00 OTHER");
    }

    @Test
    void neverListensThroughTheSocketOfAnotherAccount() {
        rows.execute("UPDATE account.sync_state SET socket_connected = false");
        rows.listening("another", "simulated");
        rows.listening("simulated", "paper");
        String order = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        exchange.showsNothingOf(order, clock.now().plus(Duration.ofHours(1)));
        await().atMost(SOON).until(() -> exchange.scans(order) >= 4);
        assertThat(rows.standing(order)).startsWith("in_doubt 1 IN_DOUBT");
        rows.accountOrder(order, "X-8");
        becomes(order, "final 1 CANCELED X-8 8.00 0.00 OTHER");
    }

    @Test
    void obeysTheSwitchesAndTheSupervisorOfItsOwnAccountAlone() {
        rows.execute("""
                INSERT INTO trading.risk_state (account, mode, kill_switch, entries_halted)
                VALUES ('another', 'simulated', true, true), ('simulated', 'paper', true, true) ON CONFLICT DO NOTHING""");
        String sent = scriptedEntry(placed("X-9", "20", "0"));
        becomes(sent, "final 1 EXECUTED X-9 20.00 0.00");
        rows.execute("""
                UPDATE trading.supervisor_heartbeat SET beat_at = clock_timestamp() - interval '3 seconds';
                INSERT INTO trading.supervisor_heartbeat (account, mode, epoch, beat_at)
                VALUES ('another', 'simulated', 1, clock_timestamp() + interval '1 hour') ON CONFLICT DO NOTHING""");
        assertNotSent(rows.entry(), "NO_SUPERVISOR");
        rows.execute(
                "UPDATE trading.risk_state SET account = 'moved' WHERE account = 'simulated' AND mode = 'simulated'");
        assertNotSent(rows.entry(), "RISK_STATE_UNKNOWN");
        rows.execute("DELETE FROM trading.risk_state WHERE account = 'moved'");
    }

    @Test
    void neverSendsTheIntentOfAnotherAccountOrMode() {
        String foreign = rows.foreign("another", "simulated");
        String otherMode = rows.foreign("simulated", "paper");
        sendsAnother();
        assertThat(exchange.sent(foreign)).isEmpty();
        assertThat(exchange.sent(otherMode)).isEmpty();
        assertThat(rows.standing(foreign)).isEqualTo("new 0");
    }

    @Test
    void leavesAnOrderInDoubtWhoseReceiptSaysMoreThanWasAskedFor() {
        String order = scriptedEntry(placed("X-10", "21", "0"));
        eventually(() -> assertThat(rows.standing(order))
                .startsWith("in_doubt 1 IN_DOUBT 0.00 20.00 CONTRADICTING_RECEIPT: order " + order));
        rows.accountOrder(order, "X-10");
        becomes(order, "final 1 CANCELED X-10 8.00 0.00 OTHER");
    }

    @Test
    void goesOnBesideAnOrderWhoseEvidenceContradictsIt() {
        String order = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        rows.accountFill(order, "X-11", "21");
        eventually(() -> assertThat(rows.alerts(order)).containsExactly("EVIDENCE_CONTRADICTS_ORDER"));
        sendsAnother();
        assertThat(rows.standing(order)).isEqualTo("in_doubt 1 IN_DOUBT 0.00 20.00 TIMEOUT: no answer");
        rows.execute("DELETE FROM account.fills WHERE order_id = 'X-11'");
        rows.accountOrder(order, "X-11");
        becomes(order, "final 1 CANCELED X-11 8.00 0.00 OTHER");
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
        rows.accountOrder(order, "X-30");
        becomes(order, "final 1 CANCELED X-30 8.00 0.00 OTHER");
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

    @Test
    void staysNotReadyWithTheReasonWhileTheKeyMayNotTrade() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("exchange_access"));
        String reason = "KEY_MAY_NOT_TRADE: test " + IntentRows.newOrder();
        exchange.objects(Optional.of(reason));
        long epoch = runner.lastEpoch();
        rows.takeOver();
        await().atMost(SOON).until(() -> runner.isActive() && runner.lastEpoch() > epoch);
        String order = scriptedEntry(placed("X-40", "20", "0"));
        eventually(() -> given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'exchange_access' }.data.reason", equalTo(reason)));
        eventually(() -> assertThat(rows.text("SELECT severity FROM system.alerts WHERE code = 'ACCESS_NOT_PROVEN'"
                        + " AND facts ->> 'reason' = '" + reason + "'"))
                .containsExactly("critical"));
        assertThat(rows.standing(order)).isEqualTo("new 0");
        exchange.objects(Optional.empty());
        becomes(order, "final 1 EXECUTED X-40 20.00 0.00");
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void cancelsARestingEntryWhenTheKillSwitchGoesOnUntilItIsGone() {
        cancelsARestingEntry("X-20", "UPDATE trading.risk_state SET kill_switch = true");
    }

    @Test
    void cancelsARestingEntryWhenReconciliationHaltsEntries() {
        cancelsARestingEntry("X-21", "UPDATE trading.risk_state SET entries_halted = true");
    }

    @Test
    void cancelsARestingEntryWhenTheAccountsKeyIsRefused() {
        cancelsARestingEntry("X-22", "UPDATE account.sync_state SET authenticated = false");
    }

    @Test
    void cancelsARestingEntryWhenTheExchangeRefusesOurKey() {
        String order = resting("X-23", gone("X-23", "3"));
        String refused = scriptedEntry(new Exchange.Refused("authentication_error", "bad key", true));
        eventually(() -> assertThat(rows.standing(refused)).startsWith("final 1 REJECTED"));
        becomes(order, "final 1 CANCELED X-23 3.00 0.00 REQUESTED");
        assertThat(exchange.cancels("X-23")).isEqualTo(1);
    }

    @Test
    void letsAnEntryRestWhileEntriesAreAllowed() {
        String order = resting("X-24", gone("X-24", "0"));
        sendsAnother();
        assertThat(exchange.cancels("X-24")).isZero();
        assertThat(rows.standing(order)).isEqualTo("resting 1 RESTING X-24 0.00 20.00");
        rows.execute("UPDATE trading.risk_state SET kill_switch = true");
        becomes(order, "final 1 CANCELED X-24 0.00 0.00 REQUESTED");
    }

    @Test
    void renewsAnEntryThatRestsWhileItWouldBeMadeAgain() {
        world.allow();
        String order = restingGood("X-50");
        eventually(() -> assertThat(exchange.expiries(order)).hasSizeGreaterThanOrEqualTo(3));
        List<BusinessTime> expiries = exchange.expiries(order);
        assertThat(expiries).isSorted().doesNotHaveDuplicates();
        assertThat(business.now().until(expiries.getLast())).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(exchange.cancels("X-50")).isZero();
        rows.execute("UPDATE trading.risk_state SET kill_switch = true");
        becomes(order, "final 1 CANCELED X-50 0.00 0.00 REQUESTED");
    }

    @Test
    void cancelsWhatRestsWhenItWouldNotBeMadeAgain() {
        world.allow();
        String order = restingGood("X-51");
        world.chance(94);
        becomes(order, "final 1 CANCELED X-51 0.00 0.00 REQUESTED");
        assertThat(exchange.cancels("X-51")).isEqualTo(1);
    }

    @Test
    void cancelsWhatRestsWhenAutomaticEntryIsPausedOrAway() {
        world.allow();
        String paused = restingGood("X-52");
        rows.execute("UPDATE trading.auto_entry_state SET state = 'PAUSED'");
        becomes(paused, "final 1 CANCELED X-52 0.00 0.00 REQUESTED");
        world.allow();
        String left = restingGood("X-53");
        rows.execute("UPDATE system.leases SET expires_at = clock_timestamp() WHERE name = 'auto-entry-supervisor'");
        becomes(left, "final 1 CANCELED X-53 0.00 0.00 REQUESTED");
    }

    @Test
    void cancelsWhatRestsWhenItsTradeIsSoldOrTheSupervisorIsSilent() {
        world.allow();
        String sold = restingGood("X-54");
        rows.trade(sold, "closing");
        becomes(sold, "final 1 CANCELED X-54 0.00 0.00 REQUESTED");
        String unwatched = restingGood("X-55");
        rows.execute("UPDATE trading.supervisor_heartbeat SET beat_at = clock_timestamp() - interval '3 seconds'");
        becomes(unwatched, "final 1 CANCELED X-55 0.00 0.00 REQUESTED");
    }

    @Test
    void cancelsWhatRestsOnceTheSettingIsOff() {
        world.allow();
        String order = restingGood("X-56");
        rows.execute("UPDATE settings.orders SET entry_time_in_force = 'immediate_or_cancel'");
        becomes(order, "final 1 CANCELED X-56 0.00 0.00 REQUESTED");
    }

    @Test
    void sendsAnOrderThatMayNotRestWithoutAnExpiry() {
        String order = scriptedEntry(placed("X-57", "20", "0"));
        becomes(order, "final 1 EXECUTED X-57 20.00 0.00");
        assertThat(exchange.expiries(order)).isEmpty();
    }

    @Test
    void cancelsARestingEntryFromMemoryWhileTheDatabaseStaysAway() {
        String order = resting("X-25", gone("X-25", "5"), gone("X-25", "5"));
        rows.lockOut("recio_trade_executor");
        try {
            await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> exchange.cancels("X-25") == 1);
        } finally {
            rows.letIn("recio_trade_executor");
        }
        await().dontCatchUncaughtExceptions().atMost(SOON).until(runner::isActive);
        rows.allowEntries();
        rows.execute("UPDATE trading.risk_state SET kill_switch = true");
        becomes(order, "final 1 CANCELED X-25 5.00 0.00 REQUESTED");
    }

    @Test
    void carriesTheHoursGroupOnAnEntryAndNeverOnAClose() {
        String group = rows.group().substring("armed ".length());
        String order = scriptedEntry(placed("X-26", "20", "0"));
        becomes(order, "final 1 EXECUTED X-26 20.00 0.00");
        assertThat(exchange.sent(order)).singleElement().satisfies(intent -> assertThat(intent.group())
                .contains(new OrderGroupId(group)));
        assertThat(rows.text("SELECT order_group FROM trading.order_intents WHERE client_order_id = '" + order + "'"))
                .containsExactly(group);
        String close = rows.close();
        eventually(() -> assertThat(exchange.sent(close)).singleElement().satisfies(intent -> assertThat(intent.group())
                .isEmpty()));
    }

    @Test
    void throwsTheKillSwitchWhenAGroupWasTriggeredAndResetsItOnlyOnceThatIsCleared() {
        groups.triggerAll();
        eventually(() -> assertThat(
                        rows.text(
                                "SELECT kill_by || ' ' || kill_reason FROM trading.risk_state WHERE kill_switch AND account = 'simulated' AND mode = 'simulated'"))
                .containsExactly("trade-executor ORDER_GROUP_TRIGGERED {event=KXBTCD-26NOV2217}"));
        assertThat(rows.group()).startsWith("triggered group-");
        assertThat(rows.text("SELECT facts ->> 'cause' FROM system.alerts WHERE code = 'KILL_SWITCH_TRIPPED'"))
                .contains("ORDER_GROUP_TRIGGERED");
        assertNotSent(rows.entry(), "KILL_SWITCH_ON");
        assertThat(groups.areArmed()).isFalse();
        rows.allowEntries();
        eventually(() -> assertThat(rows.group()).startsWith("armed group-"));
        assertThat(groups.areArmed()).isTrue();
    }

    @Test
    void mayThrowTheKillSwitchButNeverClearIt() {
        assertThatThrownBy(() ->
                        rows.executeAs("recio_trade_executor", "UPDATE trading.risk_state SET kill_switch = false"))
                .hasStackTraceContaining("permission denied for table risk_state");
    }

    @Test
    void givesUpAnEntryForWhichThereIsNoGroup() {
        rows.execute("""
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('KXBTCD-LATER', 'KXBTCD', 'BTC', 'x', now() + interval '1 hour', now() + interval '2 hours', 2)
                ON CONFLICT DO NOTHING""");
        String order = IntentRows.newOrder();
        rows.entryOf(order, "KXBTCD-LATER", "clock_timestamp() + interval '1 second'");
        assertNotSent(order, "NO_ORDER_GROUP");
    }

    @Test
    void givesUpAnEntryWhoseFeeNobodyKnows() {
        rows.execute("""
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index,
                    fee_type_override)
                VALUES ('KXBTCD-UNKNOWN', 'KXBTCD', 'BTC', 'x', now() - interval '1 hour', now() + interval '2 hours', 2, 'novel')
                ON CONFLICT DO NOTHING""");
        String order = IntentRows.newOrder();
        rows.entryOf(order, "KXBTCD-UNKNOWN", IntentRows.AHEAD);
        assertNotSent(order, "FEE_UNKNOWN");
        rows.execute("DELETE FROM markets.events WHERE event_ticker = 'KXBTCD-UNKNOWN'");
    }

    @Test
    void sendsNoEntryThatTheShardCannotPayFeeIncluded() {
        rows.execute("UPDATE account.balances SET balance = 19.44 WHERE account = 'simulated' AND exchange_index = 2");
        assertNotSent(rows.entry(), "INSUFFICIENT_SHARD_BALANCE");
        rows.execute("UPDATE account.balances SET balance = 19.45 WHERE account = 'simulated' AND exchange_index = 2");
        String order = scriptedEntry(placed("X-27", "20", "0"));
        becomes(order, "final 1 EXECUTED X-27 20.00 0.00");
    }

    @Test
    void countsAnEntryInDoubtAgainstTheShardsBalance() {
        rows.execute("UPDATE account.balances SET balance = 30 WHERE account = 'simulated' AND exchange_index = 2");
        String doubted = scriptedEntry(new Exchange.Unknown("TIMEOUT: no answer"));
        eventually(() -> assertThat(rows.standing(doubted)).startsWith("in_doubt"));
        assertNotSent(rows.entry(), "INSUFFICIENT_SHARD_BALANCE");
        rows.accountOrder(doubted, "X-28");
        becomes(doubted, "final 1 CANCELED X-28 8.00 0.00 OTHER");
    }

    @Test
    void movesCollateralToTheShardOnceAndLooksUpWhatBecameOfIt() {
        rows.execute("""
                UPDATE account.balances SET balance = 500 WHERE account = 'simulated' AND mode = 'simulated' AND exchange_index = 2;
                UPDATE settings.orders SET transfer_to_shard = true""");
        eventually(() -> assertThat(rows.text("""
                        SELECT concat_ws(' ', from_shard, to_shard, amount, state, split_part(reason, ' ', 1))
                        FROM trading.shard_transfers""")).containsExactly("0 2 510.000000 done found"));
        sendsAnother();
        assertThat(funds.moved()).hasSize(1);
    }

    private void cancelsARestingEntry(String exchangeId, String cause) {
        String order = resting(exchangeId, new Exchange.MayRest("timeout"), gone(exchangeId, "3"));
        rows.execute(cause);
        becomes(order, "final 1 CANCELED " + exchangeId + " 3.00 0.00 REQUESTED");
        assertThat(exchange.cancels(exchangeId)).isEqualTo(2);
        assertThat(rows.events(order)).containsExactly("OrderClaimed", "OrderAccepted", "OrderCanceled");
    }

    /** An entry that rests, and what its cancels will be answered. */
    private String resting(String exchangeId, Exchange.CancelOutcome... outcomes) {
        exchange.answersCancels(exchangeId, outcomes);
        String order = scriptedEntry(placed(exchangeId, "0", "20"));
        becomes(order, "resting 1 RESTING " + exchangeId + " 0.00 20.00");
        return order;
    }

    /** An entry that waits for more, with an expiry, and goes when it is cancelled. */
    private String restingGood(String exchangeId) {
        exchange.answersCancels(exchangeId, gone(exchangeId, "0"));
        String order = IntentRows.newOrder();
        exchange.answers(order, placed(exchangeId, "0", "20"));
        rows.restingEntry(order);
        becomes(order, "resting 1 RESTING " + exchangeId + " 0.00 20.00");
        return order;
    }

    private static Exchange.CancelOutcome gone(String exchangeId, String filled) {
        return new Exchange.Gone(new Exchange.Found(
                new ExchangeOrderId(exchangeId), Quantity.of(filled), Quantity.ZERO, true, CancelReason.REQUESTED));
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
