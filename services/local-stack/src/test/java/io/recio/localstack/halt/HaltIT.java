package io.recio.localstack.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.SelfTradePrevention;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.auth.CredentialSource;
import io.recio.kalshi.auth.KalshiCredentials;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.AccountQuery;
import io.recio.kalshi.client.EventFilter;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.SendPermit;
import io.recio.kalshi.client.WriteResult;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.RateBudget;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderGroup;
import io.recio.kalshi.model.OrderReceipt;
import io.recio.kalshi.model.OrderState;
import io.recio.localstack.command.RecioCommand;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.postgres.DatabasePreparation;
import io.recio.localstack.postgres.DatabaseServer;
import io.recio.localstack.postgres.PostgresBinaries;
import io.recio.localstack.postgres.PostgresCluster;
import io.recio.localstack.stack.AccountAccess;
import io.recio.localstack.stack.Leftovers;
import io.recio.localstack.stack.Notes;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackNote;
import io.recio.localstack.stack.StackShape;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against the simulator as it is shipped, with nothing else running; then with a database; then with neither. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HaltIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static DataDirectory data;
    private static Process simulator;
    private static Vertx vertx;
    private static KalshiRest kalshi;

    @BeforeAll
    static void startTheSimulatorAlone() throws IOException {
        data = new DataDirectory(directory).prepared();
        Ports ports = Ports.free(StackShape.WHOLE);
        Notes.leave(data, ports);
        Path jar = Home.find().serviceJar(ServiceSpec.SIMULATOR.module());
        assertThat(jar)
                .as("the simulator must be built before: package, not test, is the phase")
                .exists();
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.log("simulator").toFile());
        command.environment().put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(ServiceSpec.SIMULATOR.name())));
        command.environment()
                .put("SIMULATOR_KALSHI_KEYS", Notes.simulatorKeys(data).toString());
        simulator = command.start();
        vertx = Vertx.vertx();
        kalshi = client();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !events().isEmpty());
    }

    @AfterAll
    static void stop() {
        Leftovers.of(data).end(line -> {});
        kalshi.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        simulator.destroyForcibly();
        await().until(() -> !simulator.isAlive());
    }

    @Test
    @Order(1)
    void takesEverythingDownAtTheExchangeWithoutADatabase() {
        OrderGroupId group = restTwoOrders();
        Ended ended = halt();
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("Halting account simulated, mode simulated, at http://127.0.0.1:")
                .contains("Database does not answer, kill switch not thrown there")
                .contains("Order group " + group + " triggered")
                .contains("Everything that rests cancelled")
                .endsWith("Confirmed by Kalshi: no order rests, none of 1 order groups takes orders\n");
        assertAllGone();
        Ended again = halt();
        assertThat(again.status()).isZero();
        assertThat(again.said()).doesNotContain("triggered");
    }

    @Test
    @Order(2)
    void throwsTheKillSwitchToo() throws IOException, SQLException {
        Secrets secrets = new Secrets(data.secrets(), new SecureRandom());
        PostgresCluster cluster = new PostgresCluster(
                data.postgres(), PostgresBinaries.unpackedIn(Home.find().workshop()), secrets);
        cluster.prepare();
        int port = StackNote.of(data).orElseThrow().ports().of(Ports.POSTGRES);
        Process server = new ProcessBuilder(cluster.serverCommand(port))
                .redirectErrorStream(true)
                .redirectOutput(data.log("postgres").toFile())
                .start();
        DatabasePreparation database =
                new DatabasePreparation(DatabaseServer.embedded(port, cluster.adminPassword()), secrets);
        database.awaitServer(Duration.ofSeconds(30), server::isAlive);
        database.createDatabase();
        database.migrate();
        restTwoOrders();
        Ended ended = halt();
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("Kill switch thrown in the database");
        assertAllGone();
        assertThat(text(
                        database,
                        "SELECT concat_ws(' ', account, mode, kill_switch, kill_by, kill_reason) FROM"
                                + " trading.risk_state"))
                .isEqualTo("simulated simulated t recio halt halted from the command line");
        assertThat(text(database, "SELECT severity || ' ' || code FROM system.alerts"))
                .isEqualTo("critical HALTED");
        assertThat(
                        text(
                                database,
                                "SELECT concat_ws(' ', seq, actor, action, facts ->> 'reason', facts ->> 'account') FROM auth.audit"))
                .isEqualTo("1 recio halt trip-kill-switch halted from the command line simulated");
    }

    @Test
    @Order(3)
    void doesNotSayThatAllIsGoneWhenTheExchangeIsAway() throws InterruptedException {
        simulator.destroyForcibly().waitFor();
        try (KalshiRest deaf = client().within(Duration.ofMillis(200))) {
            StringBuilder said = new StringBuilder();
            assertThat(new ExchangeHalt(deaf, SystemClock.of(InstantSource.system()), said::append).halt(Duration.ZERO))
                    .isFalse();
            assertThat(said.toString()).contains("Kalshi did not do as asked").doesNotContain("Confirmed");
        }
    }

    private record Ended(int status, String said) {}

    private static Ended halt() {
        StringWriter out = new StringWriter();
        int status = new CommandLine(new RecioCommand())
                .setOut(new PrintWriter(out, true))
                .execute("halt", "--data", data.root().toString());
        return new Ended(status, out.toString());
    }

    /** One in a group, one by itself; the group is answered. */
    private static OrderGroupId restTwoOrders() {
        EventListing event = events().getFirst();
        int shard = event.exchangeIndex();
        MarketListing market =
                kalshi.markets().markets(event.ticker(), shard).markets().getFirst();
        OrderGroupId group = accepted(kalshi.orderGroups().create(Quantity.ofContracts(100), shard));
        rest(market, shard, Optional.of(group));
        rest(market, shard, Optional.empty());
        assertThat(kalshi.portfolio().orders(AccountQuery.ALL, OrderState.RESTING))
                .hasSize(2);
        return group;
    }

    private static void rest(MarketListing market, int shard, Optional<OrderGroupId> group) {
        NewOrder order = new NewOrder(
                new ClientOrderId("test-" + UUID.randomUUID()),
                market.market().ticker(),
                Side.YES,
                Quantity.ofContracts(1),
                Price.of("0.01"),
                TimeInForce.GOOD_TILL_CANCELED,
                SelfTradePrevention.TAKER_AT_CROSS,
                true,
                false,
                false,
                Optional.empty(),
                group,
                shard);
        OrderReceipt receipt = accepted(kalshi.orders().create(order, SendPermit.ALWAYS));
        assertThat(receipt.remaining()).isEqualTo(Quantity.ofContracts(1));
    }

    private static void assertAllGone() {
        assertThat(kalshi.portfolio().orders(AccountQuery.ALL, OrderState.RESTING))
                .isEmpty();
        assertThat(kalshi.orderGroups().list()).isNotEmpty().noneMatch(OrderGroup::armed);
    }

    private static List<EventListing> events() {
        return kalshi.markets().events(new SeriesTicker("KXBTCD"), EventFilter.OPEN);
    }

    private static KalshiRest client() {
        SystemClock clock = SystemClock.of(InstantSource.system());
        AccountAccess access = StackNote.of(data)
                .map(note -> AccountAccess.of(note.options(), note.ports(), data))
                .orElseThrow();
        KalshiCredentials key = KalshiCredentials.ofPem(access.keyId(), read(access.keyFile()));
        return new KalshiRest(
                vertx,
                access.endpoint(),
                new KalshiSigner(CredentialSource.fixed(key), clock),
                new RateBudget(AccountLimits.BASIC, clock),
                clock);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("key cannot be read: " + file, e);
        }
    }

    private static <T> T accepted(WriteResult<T> result) {
        if (result instanceof WriteResult.Accepted<T>(T value)) {
            return value;
        }
        throw new AssertionError("expected the exchange to accept, was " + result);
    }

    private static String text(DatabasePreparation database, String sql) throws SQLException {
        try (Connection connection = database.admin();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
