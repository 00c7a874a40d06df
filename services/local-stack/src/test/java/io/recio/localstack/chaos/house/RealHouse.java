package io.recio.localstack.chaos.house;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.recio.accountsync.AccountSyncConfig;
import io.recio.accountsync.read.AccountReads;
import io.recio.fixtures.TestDatabase;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.connection.KalshiSockets;
import io.recio.localstack.chaos.check.Checker;
import io.recio.localstack.chaos.check.ExchangeBooks;
import io.recio.localstack.chaos.check.SpeedyClock;
import io.recio.localstack.chaos.check.Violation;
import io.recio.localstack.chaos.run.OurBooksReader;
import io.recio.servicekit.DeskRunner;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.order.OrderStore;
import io.recio.trademanager.request.RequestAnswers;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Account sync, trade manager and two executors, the second a standby: the services' own code, each with its own role and
 * lease on a database of its own, at the simulator. Nothing is left out of them but HTTP.
 */
final class RealHouse implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimulatorProcess simulator;
    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final List<Assembly> services = new ArrayList<>();
    private final PausedOrders paused;
    private final Assembly executor;
    private final Assembly standby;
    private final TradedMarket market;

    /** @param pausing whether the first executor stops before it records its first answer */
    RealHouse(SimulatorProcess simulator, Parts parts, boolean pausing) {
        this.simulator = simulator;
        this.executor = executor("first", parts);
        this.paused = new PausedOrders(executor.get(OrderStore.class));
        if (pausing) {
            executor.with(OrderStore.class, paused);
        }
        this.standby = executor("second", parts);
        this.market = new TradedMarket(database, simulator, executor.get(KalshiRest.class));
        service("kalshi-account-sync", Map.of(), AccountSyncConfig.class, KalshiSockets.class)
                .replace(AccountReads.class, parts.reads());
        service("trade-manager", Map.of(), RequestAnswers.class);
        services.forEach(each -> {
            each.get(DeskRunner.class);
            if (each != standby) {
                each.start();
            }
        });
        await().atMost(PATIENCE).until(() -> executor.get(DeskRunner.class).isActive());
        standby.start();
        market.awaitReady();
    }

    TradedMarket market() {
        return market;
    }

    /** The account as its owner sees it. */
    KalshiRest kalshi() {
        return executor.get(KalshiRest.class);
    }

    /** Another takes the lease while the first executor stands still; then that one goes on. */
    void takeOver() {
        await().atMost(PATIENCE).until(paused::isPaused);
        database.execute("UPDATE system.leases SET holder = 'nobody', epoch = epoch + 1, expires_at = clock_timestamp()"
                + " WHERE name = 'trade-executor'");
        await().atMost(PATIENCE).until(() -> standby.get(DeskRunner.class).isActive() && market.isEntered());
        paused.goOn();
    }

    /** The server passes on when the first executor has an answer in its hands; that one goes on at the server that reads. */
    void passOnAfterTheFirstAnswer() {
        await().atMost(PATIENCE).until(paused::isPaused);
        passOn();
        paused.goOn();
    }

    /** Connections are cut; whoever comes back may only read. */
    void passOn() {
        database.letOnlyRead();
        database.cutConnections();
    }

    /** There is a primary again; who still holds a session with the server that only reads must find to it alone. */
    void becomePrimary() {
        database.letWrite();
    }

    boolean isAnybodyActive() {
        return services.stream().anyMatch(each -> each.get(DeskRunner.class).isActive());
    }

    /** All that ever reached it, whatever became of them. */
    int ordersAtTheExchange() {
        try {
            return ExchangeBooks.read(simulator.admin().ledger()).orders().size();
        } catch (IOException e) {
            throw new UncheckedIOException("ledger must be readable", e);
        }
    }

    /** Every rule that does not hold now. */
    List<Violation> violations() {
        try (Connection connection = database.admin()) {
            return Checker.check(
                    OurBooksReader.read(connection),
                    ExchangeBooks.read(simulator.admin().ledger()),
                    new SpeedyClock(SimulatorProcess.BUSINESS_START, simulator.startedAt(), simulator.speed()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("books must be readable", e);
        }
    }

    @Override
    public void close() {
        paused.goOn();
        services.forEach(Assembly::stop);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** It waits for an answer half a second, so that doubt begins soon, and long before an entry is overdue. */
    private Assembly executor(String instance, Parts parts) {
        Assembly made = service(
                "trade-executor",
                Map.of("recio.instance", instance, "trade-executor.request-timeout", "0.5S"),
                ExecutorConfig.class,
                KalshiSockets.class);
        return made.replace(Exchange.class, parts.exchange())
                .replace(OrderStore.class, parts.orders().apply(made.get(Database.class)));
    }

    private Assembly service(String name, Map<String, String> more, Class<?>... anchors) {
        String role = "recio_" + name.replace('-', '_');
        Map<String, String> settings = new HashMap<>(simulator.settings());
        settings.putAll(database.serviceSettings());
        settings.putAll(more);
        settings.put("recio.service.name", name);
        settings.put("recio.database.role", role);
        settings.put("smallrye.config.mapping.validate-unknown", "false");
        settings.put("quarkus.http.port", "0");
        List<Class<?>> modules = new ArrayList<>(List.of(anchors));
        modules.add(ServiceConfig.class);
        PgConnectOptions access = PgConnectOptions.fromUri(database.url())
                .setUser(role)
                .setPassword(TestDatabase.PASSWORD)
                .setCachePreparedStatements(true);
        Assembly service = new Assembly(settings, modules.toArray(Class<?>[]::new))
                .with(Vertx.class, vertx)
                .with(MeterRegistry.class, new SimpleMeterRegistry())
                .with(
                        Pool.class,
                        PgBuilder.pool()
                                .with(new PoolOptions().setMaxSize(6))
                                .connectingTo(access)
                                .using(vertx)
                                .build());
        services.add(service);
        return service;
    }
}
