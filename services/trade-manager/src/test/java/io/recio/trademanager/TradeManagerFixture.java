package io.recio.trademanager;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.servicekit.DeskRunner;
import io.recio.servicekit.FunctionalHealth;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** The running service on its own database, and a market of its own for each test. */
@WithTestResource(TestDatabaseResource.class)
@WithTestResource(TokenKeysResource.class)
abstract class TradeManagerFixture {

    static final Duration SOON = Duration.ofSeconds(10);

    TestDatabase database;
    TestWorld world;

    @Inject
    DeskRunner runner;

    @Inject
    SteeredClock business;

    @Inject
    FunctionalHealth health;

    @BeforeEach
    void untilServing() {
        await().atMost(SOON).until(runner::isActive);
        world = new TestWorld(database, business.now());
    }

    JsonObject answered(String request) {
        return eventually(() -> world.answer(request), answer -> !answer.isEmpty());
    }

    /** An entry that was placed. */
    Entry entered(String side, String quantity, String cap) {
        JsonObject answer = answered(world.requestOpen(side, quantity, cap));
        if (!"placed".equals(answer.getString("outcome"))) {
            throw new AssertionError("expected an entry to be placed, was " + answer);
        }
        return new Entry(answer.getString("tradeId"), answer.getString("clientOrderId"));
    }

    /** Ten contracts bought at the price, fee as given. */
    Entry bought(String side, String sidePrice, String fee) {
        Entry entry = entered(side, "10", "0.97");
        String yesPrice = side.equals("YES") ? sidePrice : "1 - " + sidePrice;
        world.fill(entry.order(), "x-" + entry.order(), side, yesPrice, "10", fee);
        becomes(entry, "open");
        return entry;
    }

    record Entry(String trade, String order) {}

    /** Once a whole step has passed that began after now: the next one to end may have begun before. */
    void afterAStep() {
        long done = health.workDone();
        await().atMost(SOON).until(() -> {
            runner.wake();
            return health.workDone() >= done + 2;
        });
    }

    /** Another holder has the lease for two seconds; what the service remembered ends with its own. */
    void standDown() {
        database.execute("UPDATE system.leases SET holder = 'another', epoch = epoch + 1,"
                + " expires_at = clock_timestamp() + interval '2 seconds' WHERE name = 'trade-manager'");
        await().atMost(SOON).until(() -> !runner.isActive());
    }

    void becomes(Entry entry, String status) {
        eventually(() -> world.trade(entry.trade(), "status"), status::equals);
    }

    void eventually(ThrowingCallable assertion) {
        await().atMost(SOON).untilAsserted(assertion::call);
    }

    static <T> T eventually(Callable<T> value, Predicate<T> expected) {
        return await().atMost(SOON).until(value, expected::test);
    }
}
