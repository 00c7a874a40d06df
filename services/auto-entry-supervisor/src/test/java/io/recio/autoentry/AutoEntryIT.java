package io.recio.autoentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessClock;
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
class AutoEntryIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Symbol ETH = new Symbol("ETH");

    TestDatabase database;

    @Inject
    DeskRunner runner;

    @Inject
    BusinessClock business;

    @Inject
    Vertx vertx;

    private Pool pool;
    private EntryWorld world;

    /** A first table, two seconds before the others, by which the desk sees that momentum has been calm. */
    @BeforeEach
    void calm() {
        await().atMost(SOON).until(runner::isActive);
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(PgConnectOptions.fromUri(database.url())
                        .setUser("postgres")
                        .setPassword("postgres"))
                .build();
        EntryWorld before = world(Symbol.BTC);
        before.calmLog();
        before.execute("UPDATE settings.auto_entry SET enabled = false");
        before.table(Duration.ofSeconds(-2));
        eventually(() -> assertThat(before.decisions()).hasSize(1));
        world = world(Symbol.BTC);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void requestsAnEntryOnceWithItsDecision() {
        world.table(Duration.ZERO);
        eventually(() -> assertThat(world.requests()).containsExactly(key(1)));
        assertThat(world.decisions()).containsExactly("entry " + world.ticker + " YES 1 {}");
        assertThat(world.texts("""
                SELECT concat_ws(' ', kind, side, quantity, price_cap, requested_by, strategy, reason, emergency, state,
                    valid_until BETWEEN requested_at + interval '1.5 seconds' AND requested_at + interval '2.5 seconds')
                FROM trading.requests WHERE ticker = '%s'""".formatted(world.ticker)))
                .containsExactly("open YES 1.00 0.9600 recio_auto_entry_supervisor Hourly HTC auto entry f new t");
        JsonObject seen = new JsonObject(
                world.texts("SELECT seen::text FROM trading.requests WHERE ticker = '%s'".formatted(world.ticker))
                        .getFirst());
        assertThat(Double.parseDouble((String) seen.remove("netDiffCents"))).isCloseTo(1.6, within(1e-9));
        assertThat(seen)
                .isEqualTo(new JsonObject()
                        .put("spot", "115250.00")
                        .put("ask", "0.9500")
                        .put("probability", "0.976")
                        .put("momentum", "0.05"));
        JsonObject document =
                new JsonObject(world.texts("""
                SELECT d.document::text FROM trading.decisions d JOIN trading.requests r USING (decision_id)
                WHERE r.ticker = '%s'""".formatted(world.ticker)).getFirst());
        assertThat(document.getString("event")).isEqualTo(world.event);
        assertThat(document.getJsonArray("rows").getJsonObject(0).getString("decision"))
                .isEqualTo("enter");
        assertThat(document.getMap()).containsKeys("settings", "spike", "risk", "limits", "watchlist", "momentum");
        eventually(() -> assertThat(world.state()).isEqualTo("ACTIVE"));
    }

    @Test
    void decidesNothingTwiceOnOneTableAndCoolsDownOnTheNext() {
        world.table(Duration.ZERO);
        eventually(() -> assertThat(world.requests()).containsExactly(key(1)));
        afterAStateIsWritten();
        assertThat(world.decisions()).hasSize(1);
        world.table(Duration.ofSeconds(1));
        eventually(() -> assertThat(world.decisions())
                .containsExactly("entry " + world.ticker + " YES 1 {}", "refused 1 {COOLING_DOWN}"));
        assertThat(world.requests()).containsExactly(key(1));
    }

    @Test
    void asksAgainUnderTheNextOrdinalOnceTheCooldownIsOver() {
        world.table(Duration.ZERO);
        eventually(() -> assertThat(world.requests()).containsExactly(key(1)));
        world.table(Duration.ofSeconds(11));
        eventually(() -> assertThat(world.requests()).containsExactlyInAnyOrder(key(1), key(2)));
    }

    @Test
    void recordsWhyNotAndCountsRepetitions() {
        world.execute("UPDATE settings.auto_entry SET min_probability_percent = 99");
        for (int seen = 1; seen <= 3; seen++) {
            world.table(Duration.ofSeconds(seen));
            String refused = "refused " + seen + " {PROBABILITY_BELOW_MINIMUM}";
            eventually(() -> assertThat(world.decisions()).singleElement().isEqualTo(refused));
        }
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void entersNothingWhileSwitchedOff() {
        world.execute("UPDATE settings.auto_entry SET enabled = false");
        world.table(Duration.ZERO);
        eventually(() -> assertThat(world.decisions()).containsExactly("refused 1 {AUTO_ENTRY_OFF}"));
        eventually(() -> assertThat(world.state()).isEqualTo("DISABLED"));
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void isSuspendedWhileTheMonitorHoldsItBack() {
        world.execute("""
                INSERT INTO system.suspensions (automation, suspended_by, reason)
                VALUES ('auto_entry', 'recio_system_monitor', 'cpu critical')""");
        world.table(Duration.ZERO);
        eventually(() -> assertThat(world.decisions()).containsExactly("refused 1 {SUSPENDED}"));
        eventually(() -> assertThat(world.state()).isEqualTo("SUSPENDED recio_system_monitor: cpu critical"));
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void suspendsItselfWhenTheStrikeTableIsOld() {
        world.table(Duration.ZERO);
        eventually(() -> assertThat(world.state()).isEqualTo("ACTIVE"));
        world.execute("UPDATE live_data.strike_table SET written_at = written_at - interval '10 seconds'");
        eventually(() -> assertThat(world.state()).startsWith("SUSPENDED strike table is 1"));
    }

    @Test
    void isPausedByASpikeInThePriceLogAndRemembersItOverARestart() {
        EntryWorld eth = world(ETH);
        eth.calmLog();
        String spike = "date_trunc('second', '%s'::timestamptz) - interval '60 seconds'".formatted(eth.now);
        eth.execute("UPDATE live_data.price_log SET momentum = -0.40 WHERE symbol = 'ETH' AND at = " + spike);
        eth.table(Duration.ZERO);
        eventually(() -> assertThat(eth.decisions()).containsExactly("refused 1 {SPIKE_ALERT}"));
        eventually(() -> assertThat(eth.state()).isEqualTo("PAUSED"));
        String remembered =
                "SELECT spike_hot_at = %s AND resumes_at = %s + interval '15 minutes' FROM trading.auto_entry_state WHERE symbol = 'ETH'"
                        .formatted(spike, spike);
        assertThat(eth.texts(remembered)).containsExactly("t");
        eth.execute("DELETE FROM live_data.price_log WHERE symbol = 'ETH'");
        long epoch = runner.lastEpoch();
        eth.execute("""
                UPDATE system.leases SET holder = 'another', epoch = epoch + 1, expires_at = clock_timestamp()
                WHERE name = 'auto-entry-supervisor'""");
        await().atMost(SOON).until(() -> runner.isActive() && runner.lastEpoch() > epoch + 1);
        eventually(() -> assertThat(eth.decisions()).containsExactly("refused 2 {SPIKE_ALERT}"));
        eth.table(Duration.ofSeconds(1));
        eventually(() -> assertThat(eth.decisions()).containsExactly("refused 3 {SPIKE_ALERT}"));
        assertThat(eth.texts(remembered)).containsExactly("t");
        assertThat(eth.requests()).isEmpty();
    }

    private EntryWorld world(Symbol symbol) {
        return new EntryWorld(database, new Database(pool, Duration.ofSeconds(5)), symbol, business.now());
    }

    private String key(int ordinal) {
        return "entry:" + world.event + ":" + world.ticker + ":YES:" + ordinal;
    }

    /** The unchanged table is looked at again, each second at least. */
    private void afterAStateIsWritten() {
        world.execute("UPDATE trading.auto_entry_state SET updated_at = 'epoch'");
        world.notifyAgain();
        eventually(
                () -> assertThat(world.texts("SELECT symbol FROM trading.auto_entry_state WHERE updated_at > 'epoch'"))
                        .contains("BTC"));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }
}
