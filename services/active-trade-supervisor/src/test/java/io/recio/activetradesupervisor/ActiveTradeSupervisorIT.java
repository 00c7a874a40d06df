package io.recio.activetradesupervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
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
    BusinessClock business;

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
    void valuesATradeAtTheNewestPrice() {
        assertThat(world.active("concat_ws(' ', ticker, spot, buffer, exit_price, unrealized_pnl, advice)"))
                .isEqualTo(world.ticker + " 115250.000000 250.000000 0.9500 -0.170000");
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.active("concat_ws(' ', spot, buffer, probability)"))
                .isEqualTo("114900.000000 -100.000000 0.25"));
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
                "UPDATE settings.auto_stop SET enabled = true, verification_enabled = true, verification_seconds = 600");
        seen("114900.00", 0.25, 0.05);
        eventually(() -> assertThat(world.active("advice")).startsWith("VERIFYING until "));
        String advice = world.active("advice");
        String since = belowSince();
        long epoch = runner.lastEpoch();
        world.execute("""
                UPDATE system.leases SET holder = 'another', epoch = epoch + 1, expires_at = clock_timestamp()
                WHERE name = 'active-trade-supervisor'""");
        await().atMost(SOON).until(() -> runner.isActive() && runner.lastEpoch() > epoch + 1);
        seen("114899.00", 0.125, 0.05);
        eventually(() -> assertThat(world.active("probability")).isEqualTo("0.125"));
        assertThat(belowSince()).isEqualTo(since).isNotNull();
        assertThat(world.active("advice")).isEqualTo(advice);
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
                FROM trading.supervisor_heartbeat""")).isEqualTo("simulated simulated " + runner.lastEpoch() + " t"));
    }

    private String belowSince() {
        return new JsonObject(world.active("stop_state")).getString("belowSince");
    }

    private void seen(String dollars, double probabilityOfYes, double momentum) {
        world.seen(dollars, probabilityOfYes, momentum, clock.now());
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }
}
