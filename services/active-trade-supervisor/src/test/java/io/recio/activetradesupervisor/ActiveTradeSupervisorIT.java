package io.recio.activetradesupervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.TradeEvent;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.servicekit.DeskRunner;
import io.recio.storage.Database;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
class ActiveTradeSupervisorIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    TestDatabase database;

    @Inject
    DeskRunner runner;

    @Inject
    SteeredClock business;

    @Inject
    SystemClock clock;

    @Inject
    Vertx vertx;

    private Pool pool;
    private HeldWorld world;

    @BeforeEach
    void holdATrade() {
        await().atMost(SOON).until(runner::isActive);
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(PgConnectOptions.fromUri(database.url())
                        .setUser("postgres")
                        .setPassword("postgres"))
                .build();
        world = new HeldWorld(database, new Database(pool, Duration.ofSeconds(5)), business.now());
        world.market();
        seen("115250.00", 0.976, 0.05);
        world.bought();
        eventually(() -> assertThat(world.active("probability")).isEqualTo("0.976"));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void valuesATradeAtTheNewestPriceThoughItsMarketIsOutsideTheTable() {
        assertThat(world.active("concat_ws(' ', ticker, spot, buffer, exit_price, unrealized_pnl, advice)"))
                .isEqualTo(world.ticker + " 115250.000000 250.010000 0.9500 -0.170000");
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.active("concat_ws(' ', spot, buffer, probability)"))
                .isEqualTo("114900.000000 -99.990000 0.25"));
        assertThat(world.closeRequests()).isEmpty();
    }

    @Test
    void asksOnceForACloseWhenTheProbabilityFallsBelowItsThreshold() {
        world.execute("UPDATE settings.auto_stop SET enabled = true");
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.closeRequests())
                .containsExactly(
                        "stop:" + world.trade + ":close:1 recio_active_trade_supervisor PROBABILITY_STOP YES f"));
        assertThat(world.active("advice")).isEqualTo("CLOSE PROBABILITY_STOP");
        seen("114899.00", 0.125, 0.05);
        eventually(() -> assertThat(world.active("probability")).isEqualTo("0.125"));
        assertThat(world.closeRequests()).hasSize(1);
    }

    @Test
    void asksAgainUnderANewKeyWhenTheManagerDenied() {
        world.execute("UPDATE settings.auto_stop SET enabled = true");
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.closeRequests()).hasSize(1));
        world.answerCloses("denied");
        eventually(() -> assertThat(world.closeRequests())
                .contains("stop:" + world.trade + ":close:2 recio_active_trade_supervisor PROBABILITY_STOP YES f"));
        world.answerCloses("denied");
        restart();
        eventually(() -> assertThat(world.closeRequests())
                .contains("stop:" + world.trade + ":close:3 recio_active_trade_supervisor PROBABILITY_STOP YES f"));
    }

    @Test
    void leavesATradeAloneWhoseSaleTheOperatorStopped() {
        ClientOrderId close = new ClientOrderId("test-close-" + world.trade);
        world.happens(
                new TradeEvent.CloseRequested(
                        close, Quantity.ofContracts(10), CloseReason.PROBABILITY_STOP, 1, business.now()),
                new TradeEvent.CloseEnded(close, Quantity.ZERO, "NOT_FILLED_AT_ONCE", business.now()),
                new TradeEvent.CloseAbandoned("ada", business.now()));
        world.execute("UPDATE settings.auto_stop SET enabled = true");
        seen("114900.00", 0.25, 0.05);
        eventually(() ->
                assertThat(world.active("concat_ws(' ', probability, advice)")).isEqualTo("0.25"));
        assertThat(world.closeRequests()).isEmpty();
    }

    @Test
    void trailsTheBestBidOverARestart() {
        world.execute("UPDATE settings.auto_stop SET enabled = true, trailing_stop_enabled = true");
        world.bid("0.9800");
        eventually(() -> assertThat(stopState("bestExit")).isEqualTo("0.9800"));
        world.bid("0.8900");
        eventually(() -> assertThat(world.active("exit_price")).isEqualTo("0.8900"));
        assertThat(world.closeRequests()).isEmpty();
        restart();
        world.bid("0.8800");
        eventually(() -> assertThat(world.closeRequests())
                .containsExactly("stop:" + world.trade + ":close:1 recio_active_trade_supervisor TRAILING_STOP YES f"));
    }

    @Test
    void takesAProfit() {
        world.execute("UPDATE settings.auto_stop SET enabled = true, take_profit_enabled = true");
        world.bid("0.9900");
        eventually(() -> assertThat(world.closeRequests())
                .containsExactly("stop:" + world.trade + ":close:1 recio_active_trade_supervisor TAKE_PROFIT YES f"));
    }

    @Test
    void closesInAnEmergencyOnceBlindForAMinuteEvenOverARestart() {
        blind();
        eventually(() -> assertThat(stopState("blindSince")).isNotNull());
        String since = stopState("blindSince");
        restart();
        business.moveOn(Duration.ofSeconds(40));
        eventually(() -> assertThat(world.active("computed_at > '" + since + "'::timestamptz + interval '39 seconds'"))
                .isEqualTo("true"));
        assertThat(world.closeRequests()).isEmpty();
        business.moveOn(Duration.ofSeconds(21));
        eventually(() -> assertThat(world.closeRequests())
                .containsExactly("stop:" + world.trade + ":close:1 recio_active_trade_supervisor EMERGENCY YES t"));
        assertThat(stopState("blindSince")).isEqualTo(since);
    }

    @Test
    void holdsWithAnAlertWhileBlindWithoutAFreshBook() {
        world.execute(
                "UPDATE markets.book_feeds SET valid = false, reason = 'gap' WHERE event_ticker = '%s'", world.event);
        blind();
        eventually(() -> assertThat(stopState("blindSince")).isNotNull());
        business.moveOn(Duration.ofSeconds(61));
        eventually(() -> assertThat(world.active("advice")).isEqualTo("EMERGENCY_HOLD BOOK_NOT_FRESH"));
        eventually(() -> assertThat(world.text(
                        "SELECT facts ->> 'reason' FROM system.alerts WHERE code = 'TRADE_UNWATCHED' AND facts ->>"
                                + " 'trade' = '"
                                + world.trade + "'"))
                .isEqualTo("BOOK_NOT_FRESH"));
        assertThat(world.closeRequests()).isEmpty();
        assertThat(world.active("concat_ws(' ', exit_price, unrealized_pnl, last_pnl)"))
                .as("a book that is not fresh values nothing; the last value is kept apart")
                .isEqualTo("-0.170000");
    }

    @Test
    void closesAYesTradeOnAFallingSpike() {
        world.execute("UPDATE settings.auto_stop SET enabled = true");
        seen("115240.00", 0.97, -0.36);
        eventually(() -> assertThat(world.closeRequests())
                .containsExactly(
                        "stop:" + world.trade + ":close:1 recio_active_trade_supervisor MOMENTUM_SPIKE YES f"));
    }

    @Test
    void verifiesBeforeItClosesAndRemembersSinceWhenOverARestart() {
        world.execute(
                "UPDATE settings.auto_stop SET enabled = true, verification_enabled = true, verification_seconds ="
                        + " 600");
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.active("advice")).startsWith("VERIFYING until "));
        String advice = world.active("advice");
        String since = belowSince();
        restart();
        seen("114899.00", 0.125, 0.05);
        eventually(() -> assertThat(world.active("probability")).isEqualTo("0.125"));
        assertThat(belowSince()).isEqualTo(since).isNotNull();
        assertThat(world.active("advice")).isEqualTo(advice);
        assertThat(world.closeRequests()).isEmpty();
    }

    @Test
    void closesOnceTheConditionHasHeldThroughTheVerificationAndForgetsOneThatPassed() {
        world.execute("UPDATE settings.auto_stop SET enabled = true, verification_enabled = true");
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.active("advice")).startsWith("VERIFYING until "));
        seen("115250.00", 0.976, 0.05);
        eventually(() ->
                assertThat(world.active("concat_ws(' ', probability, advice)")).isEqualTo("0.976"));
        business.moveOn(Duration.ofSeconds(16));
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.active("advice")).startsWith("VERIFYING until "));
        assertThat(world.closeRequests()).isEmpty();

        business.moveOn(Duration.ofSeconds(16));
        seen("114899.00", 0.25, 0.05);

        eventually(() -> assertThat(world.closeRequests())
                .containsExactly(
                        "stop:" + world.trade + ":close:1 recio_active_trade_supervisor PROBABILITY_STOP YES f"));
    }

    @Test
    void leavesATradeToItsSettlementBelowTheLeastTime() {
        world.execute("UPDATE settings.auto_stop SET enabled = true, min_ttc_seconds = 3600");
        seen("114900.00", 0.25, -0.5);
        eventually(() ->
                assertThat(world.active("concat_ws(' ', probability, advice)")).isEqualTo("0.25"));
        assertThat(world.closeRequests()).isEmpty();

        world.execute("UPDATE settings.auto_stop SET min_ttc_seconds = 60, momentum_spike_enabled = false");

        eventually(() -> assertThat(world.closeRequests())
                .containsExactly(
                        "stop:" + world.trade + ":close:1 recio_active_trade_supervisor PROBABILITY_STOP YES f"));
    }

    @Test
    void holdsInAnEmergencyWhenThePolicySaysSo() {
        world.execute("UPDATE settings.auto_stop SET emergency_policy = 'hold'");
        blind();
        eventually(() -> assertThat(stopState("blindSince")).isNotNull());
        business.moveOn(Duration.ofSeconds(61));
        eventually(() -> assertThat(world.active("advice")).isEqualTo("EMERGENCY_HOLD POLICY_IS_HOLD"));
        assertThat(world.closeRequests()).isEmpty();
    }

    @Test
    void knowsNoProbabilityFromAnOldTable() {
        world.execute("UPDATE live_data.strike_table SET written_at = clock_timestamp() - interval '4 seconds'");
        eventually(() -> assertThat(world.active("concat_ws(' ', probability, unrealized_pnl)"))
                .isEqualTo("-0.170000"));
    }

    @Test
    void forgetsATradeThatIsOver() {
        world.execute("UPDATE trading.trades SET status = 'closed'");
        eventually(() -> assertThat(world.text("SELECT count(*) FROM trading.active_trades"))
                .isEqualTo("0"));
    }

    @Test
    void beatsTwiceASecond() {
        world.execute("UPDATE trading.supervisor_heartbeat SET beat_at = 'epoch', epoch = 0");
        eventually(() -> assertThat(world.text("""
            SELECT concat_ws(' ', account, mode, epoch, beat_at > clock_timestamp() - interval '2 seconds')
            FROM trading.supervisor_heartbeat\
            """)).isEqualTo("simulated simulated " + runner.lastEpoch() + " t"));
    }

    private String belowSince() {
        return stopState("belowSince");
    }

    private String stopState(String member) {
        return new JsonObject(world.active("stop_state")).getString(member);
    }

    /** Neither price nor index has been heard of for an hour. */
    private void blind() {
        world.seen("115250.00", 0.976, 0.05, clock.now().minus(Duration.ofHours(2)));
    }

    /** The lease goes to another for a moment; then we begin anew, from the rows. */
    private void restart() {
        long epoch = runner.lastEpoch();
        world.execute("""
            UPDATE system.leases SET holder = 'another', epoch = epoch + 1, expires_at = clock_timestamp()
            WHERE name = 'active-trade-supervisor'\
            """);
        await().atMost(SOON).until(() -> runner.isActive() && runner.lastEpoch() > epoch + 1);
    }

    private void seen(String dollars, double probabilityOfYes, double momentum) {
        world.seen(dollars, probabilityOfYes, momentum, clock.now());
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }
}
