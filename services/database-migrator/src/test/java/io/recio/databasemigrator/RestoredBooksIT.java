package io.recio.databasemigrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.fixtures.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart's backup: its SQL at a real database and a copy of it, which stands for what was restored. */
class RestoredBooksIT {

    private static final Path SCRIPTS = Path.of("..", "..", "helm", "recio", "files", "backup");

    private final TestDatabase original = TestDatabase.fresh();
    private TestDatabase restored;

    @BeforeEach
    void backUpAndRestore() {
        original.execute("""
                INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, ticker, side,
                    quantity, price_cap, strategy, reason, seen, payload_hash, business_at)
                VALUES ('00000000-0000-0000-0000-000000000001', 'simulated', 'simulated', 'k', 'open', '', 'KXBTCD-T1', 'YES',
                    3, 0.5, 'Hourly HTC', 'auto', '{}', 'x', now());
                INSERT INTO trading.trades (trade_id, account, mode, request_id, ticker, event_ticker, symbol, side, strategy,
                    entered_by, status, requested, strike, strike_type, closes_at, price_cap, momentum_seen, created_at, events)
                VALUES ('00000000-0000-0000-0000-00000000000a', 'simulated', 'simulated',
                    '00000000-0000-0000-0000-000000000001', 'KXBTCD-T1', 'KXBTCD', 'BTC', 'YES', 'Hourly HTC', 'x', 'open', 3,
                    90000, 'GREATER', '2026-11-28T18:00:00Z', 0.5, 0.1, '2026-11-28T17:10:00.123456Z', 1);
                INSERT INTO trading.trade_events (trade_id, seq, type, document, business_at)
                VALUES ('00000000-0000-0000-0000-00000000000a', 1, 'TradeRequested', '{"b": 1, "a": 2}', now());
                INSERT INTO trading.order_intents (client_order_id, account, mode, trade_id, purpose, ticker, book_side,
                    quantity, yes_price, time_in_force, reduce_only, self_trade_prevention, exchange_index, closes_at,
                    state)
                VALUES ('c1', 'simulated', 'simulated', '00000000-0000-0000-0000-00000000000a', 'entry', 'KXBTCD-T1', 'bid',
                    3, 0.5, 'immediate_or_cancel', false, 'taker_at_cross', 0, now(), 'final');
                INSERT INTO trading.order_events (client_order_id, seq, type, document, epoch, business_at)
                VALUES ('c1', 1, 'OrderAccepted', '{}', 1, now());
                INSERT INTO account.fills (account, mode, fill_id, order_id, client_order_id, ticker, bought_side, yes_price,
                    quantity, fee, taker, filled_at, source)
                VALUES ('simulated', 'simulated', 'f1', 'o1', 'c1', 'KXBTCD-T1', 'YES', 0.49, 2, 0.07, true, now(), 'rest'),
                    ('simulated', 'simulated', 'f2', 'o1', 'c1', 'KXBTCD-T1', 'YES', 0.5, 1, 0.03, true, now(), 'websocket');
                INSERT INTO account.settlements (account, mode, ticker, event_ticker, result, yes_value, yes_count, no_count,
                    revenue, fee, state, settled_at)
                VALUES ('simulated', 'simulated', 'KXBTCD-T1', 'KXBTCD', 'yes', 1, 3, 0, 3, 0, 'final', now());
                INSERT INTO trading.risk_state (account, mode) VALUES ('simulated', 'simulated');
                INSERT INTO system.leases (name, holder, epoch, expires_at)
                VALUES ('trade-executor', 'old', 7, clock_timestamp() + interval '1 hour')""");
        restored = original.copy();
    }

    @Test
    void haveTheHashesOfTheBackup() {
        assertThat(hashes(original)).isEqualTo(hashes(restored));
        assertThat(hashes(original)).hasSize(5).allSatisfy(line -> assertThat(line)
                .matches("(account|trading)\\.[a-z_]+\\|[12]\\|[0-9a-f]{32}"));
        assertThatCode(() -> verify(hashes(original), restored)).doesNotThrowAnyException();
    }

    @Test
    void haveThemInWhateverOrderTheRowsLie() {
        restored.execute(
                "CREATE TABLE public.aside AS SELECT * FROM account.fills; DELETE FROM account.fills;"
                        + " INSERT INTO account.fills SELECT * FROM public.aside ORDER BY fill_id DESC; DROP TABLE public.aside");

        assertThat(hashes(restored)).isEqualTo(hashes(original));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account.fills        | UPDATE account.fills SET fee = fee + 0.000001 WHERE fill_id = 'f1'
            account.fills        | DELETE FROM account.fills WHERE fill_id = 'f2'
            account.settlements  | UPDATE account.settlements SET state = 'amended'
            trading.order_events | UPDATE trading.order_events SET epoch = 2
            trading.trade_events | UPDATE trading.trade_events SET document = '{"b": 1, "a": 3}'
            trading.trades       | UPDATE trading.trades SET created_at = created_at + interval '1 microsecond'
            """)
    void areRefusedWhenOneRowIsDamaged(String book, String damage) {
        restored.execute(damage);

        assertThatThrownBy(() -> verify(hashes(original), restored))
                .hasStackTraceContaining("restored books differ from the backup: " + book + ": expected ")
                .hasStackTraceContaining(", found ")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("; "));
        assertThatCode(() -> verify(hashes(restored), restored)).doesNotThrowAnyException();
    }

    @Test
    void areRefusedWhenTheBackupSaysNothingOfThem() {
        assertThatThrownBy(() -> verify(List.of(), restored)).hasStackTraceContaining("found ");
    }

    @Test
    void letNobodyEnterOrWriteUnderAnOldLease() {
        // As pg_restore leaves the session.
        restored.execute("SELECT set_config('search_path', '', false);" + script("after-restore.sql"));

        assertThat(restored.texts(
                        "SELECT entries_halted || ' ' || split_part(halt_reason, ':', 1) FROM trading.risk_state"))
                .containsExactly("true RESTORED");
        assertThat(restored.texts("SELECT epoch || ' ' || (expires_at <= clock_timestamp()) FROM system.leases"))
                .containsExactly("1007 true");
        assertThat(hashes(restored)).isEqualTo(hashes(original));
    }

    @Test
    void comeWithTheRolesAndTheirTimeouts() throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = original.admin();
                Statement statement = connection.createStatement()) {
            boolean more = statement.execute(script("roles.sql"));
            while (more) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        statements.add(rows.getString(1));
                    }
                }
                more = statement.getMoreResults();
            }
        }

        assertThat(statements)
                .contains(
                        "DO $role$ BEGIN CREATE ROLE recio_trade_executor LOGIN;"
                                + " EXCEPTION WHEN duplicate_object THEN NULL; END $role$;",
                        "ALTER ROLE recio_trade_executor SET transaction_timeout TO '2s';",
                        "ALTER ROLE recio_symbol_price_watchdog SET synchronous_commit TO 'off';");
        assertThatCode(() -> restored.execute(String.join("\n", statements))).doesNotThrowAnyException();
    }

    /** As restore.sh puts it together. */
    private static void verify(List<String> expected, TestDatabase database) {
        try (Connection connection = database.admin();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE TEMP TABLE expected (book text, rows bigint, hash text)");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO expected VALUES (?, ?::bigint, ?)")) {
                for (String line : expected) {
                    String[] parts = line.split("\\|");
                    for (int i = 0; i < parts.length; i++) {
                        insert.setString(i + 1, parts[i]);
                    }
                    insert.executeUpdate();
                }
            }
            statement.execute("CREATE TEMP TABLE found AS " + script("hashes.sql"));
            statement.execute(script("verify.sql"));
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<String> hashes(TestDatabase database) {
        try (Connection connection = database.admin();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(script("hashes.sql"))) {
                while (rows.next()) {
                    lines.add(rows.getString(1) + "|" + rows.getLong(2) + "|" + rows.getString(3));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("hashes must be readable", e);
        }
    }

    private static String script(String name) {
        try {
            return Files.readString(SCRIPTS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
