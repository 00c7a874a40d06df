package io.recio.localstack.stack;

import io.recio.localstack.refusal.Refused;
import io.recio.storage.system.Mode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The two rows every service starts from, and the newest row of business, over the administrator's connection. */
final class InstallationRows {

    private static final String PREFIX_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int PREFIX_LENGTH = 6;

    private static final String NEWEST = """
            SELECT max(at) FROM (
                SELECT at FROM live_data.latest_price
                UNION ALL SELECT max(at) FROM live_data.price_log
                UNION ALL SELECT max(greatest(created_at, opened_at, ended_at)) FROM trading.trades
            ) newest (at)""";

    private final Connection connection;

    InstallationRows(Connection connection) {
        this.connection = connection;
    }

    /** Business time of the newest row, or empty for a fresh database. */
    Optional<Instant> newestBusinessTime() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    /**
     * Writes who we are, once.
     *
     * @throws Refused when the database belongs to another mode or account
     */
    void install(Mode mode, String account, RandomGenerator random) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO system.installation (prefix, mode, account) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, prefix(random));
            insert.setString(2, mode.text());
            insert.setString(3, account);
            insert.executeUpdate();
        }
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT mode, account FROM system.installation")) {
            row.next();
            if (!row.getString(1).equals(mode.text()) || !row.getString(2).equals(account)) {
                throw new Refused("data directory belongs to mode " + row.getString(1) + ", account " + row.getString(2)
                        + "; asked for mode " + mode.text() + ", account " + account + "; name another --data");
            }
        }
    }

    void anchor(ClockAnchor clock) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO system.clock (business_anchor, system_anchor, speed) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET business_anchor = excluded.business_anchor,
                    system_anchor = excluded.system_anchor, speed = excluded.speed""")) {
            upsert.setObject(1, clock.business().atOffset(ZoneOffset.UTC));
            upsert.setObject(2, clock.system().atOffset(ZoneOffset.UTC));
            upsert.setInt(3, clock.speed());
            upsert.executeUpdate();
        }
    }

    private static String prefix(RandomGenerator random) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < PREFIX_LENGTH; i++) {
            prefix.append(PREFIX_LETTERS.charAt(random.nextInt(PREFIX_LETTERS.length())));
        }
        return prefix.toString();
    }
}
