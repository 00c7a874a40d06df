package io.recio.accountsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.servicekit.DeskRunner;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The running service between its own database and an exchange in the test, with a new account for each test. */
@WithTestResource(TestDatabaseResource.class)
@WithTestResource(ExchangeServerResource.class)
abstract class AccountSyncFixture {

    static final Duration SOON = Duration.ofSeconds(15);
    static final String TICKER = "KXBTCD-26NOV2217-T114999.99";
    static final String EVENT = "KXBTCD-26NOV2217";

    final long second = Instant.now().getEpochSecond();

    TestDatabase database;
    ExchangeServer exchange;
    KeyFiles keys;

    @Inject
    DeskRunner runner;

    /** A new account, seen by a desk that begins anew. */
    @BeforeEach
    void freshAccount() {
        keys.replace("key-1");
        exchange.reset();
        await().atMost(SOON).until(runner::isActive);
        database.execute("""
                TRUNCATE account.fills, account.orders, account.positions, account.balances, account.balance_history,
                    account.settlements, account.sync_state, system.alerts CASCADE;
                UPDATE system.leases SET expires_at = clock_timestamp(), holder = 'nobody'""");
        eventually(
                "SELECT NOT stale AND socket_connected AND subscribed_since IS NOT NULL FROM account.sync_state", "t");
        database.execute("TRUNCATE system.alerts CASCADE");
    }

    /** Waits until a read that began after this call was recorded. */
    void afterAnotherRead() {
        String now = text("SELECT clock_timestamp()");
        eventually(
                "SELECT orders_read_at > '" + now + "' AND reconciled_at > orders_read_at FROM account.sync_state",
                "t");
    }

    void eventually(String sql, String expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(text(sql)).isEqualTo(expected));
    }

    String text(String sql) {
        return texts(sql).stream().findFirst().orElse("");
    }

    List<String> texts(String sql) {
        return database.texts(sql);
    }
}
