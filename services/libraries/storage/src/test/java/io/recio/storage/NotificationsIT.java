package io.recio.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TransactionPooler;
import io.recio.storage.access.DatabaseAccess;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ROLE = "recio_trade_manager";

    private final TestDatabase server = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void disconnect() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void areHeardAfterBeingToldToRead() {
        try (Notifications notifications = listening(server.url())) {
            notifications.start();
            await().atMost(SOON).until(() -> heard.contains("settings:"));
            server.execute("NOTIFY settings, 'now'");
            await().atMost(SOON).untilAsserted(() -> assertThat(heard).containsExactly("settings:", "settings:now"));
            assertThat(notifications.isConnected()).isTrue();
            assertThat(connections()).containsExactly("1");
        }
    }

    @Test
    void areHeardAgainAfterTheConnectionWasCut() {
        try (Notifications notifications = listening(server.url())) {
            notifications.start();
            await().atMost(SOON).until(() -> heard.contains("settings:"));
            heard.clear();
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + ROLE + "'");
            await().atMost(SOON).until(() -> heard.contains("settings:"));
            server.execute("NOTIFY settings, 'later'");
            await().atMost(SOON).until(() -> heard.contains("settings:later"));
        }
    }

    @Test
    void sayThatTheyAreNotHeardThroughATransactionPooler() {
        try (TransactionPooler pooler = new TransactionPooler(server.url());
                Notifications notifications = listening(pooler.url())) {
            assertThatThrownBy(notifications::start)
                    .isExactlyInstanceOf(DatabaseUnavailable.class)
                    .hasMessage("LISTEN needs a direct connection: a notification was sent and not heard within 3 s;"
                            + " 127.0.0.1:" + pooler.port() + " looks like a transaction pooler");
            assertThat(notifications.isConnected()).isFalse();
            await().atMost(SOON).untilAsserted(() -> assertThat(connections()).containsExactly("0"));
        }
    }

    @Test
    void startOnceTheDatabaseIsThereAlthoughItWasNotAtFirst() {
        server.execute("ALTER ROLE " + ROLE + " CONNECTION LIMIT 0");
        try (Notifications notifications = listening(server.url())) {
            assertThatThrownBy(notifications::start)
                    .isExactlyInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("too many connections for role");
            server.execute("ALTER ROLE " + ROLE + " CONNECTION LIMIT -1");
            notifications.start();
            await().atMost(SOON).until(() -> heard.contains("settings:"));
        } finally {
            server.execute("ALTER ROLE " + ROLE + " CONNECTION LIMIT -1");
        }
    }

    private Notifications listening(String url) {
        return new Notifications(
                vertx,
                new DatabaseAccess(url, ROLE, TestDatabase.PASSWORD, Optional.empty()).options(),
                List.of(Channels.SETTINGS),
                (channel, payload) -> heard.add(channel + ":" + payload));
    }

    /** How many of ours the server has. */
    private List<String> connections() {
        return server.texts("SELECT count(*) FROM pg_stat_activity WHERE usename = '" + ROLE
                + "' AND datname = current_database()");
    }
}
