package io.recio.databasemigrator.installation;

import io.recio.migrations.MigrationFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes {@code system.installation} and {@code system.clock} once, and refuses a database that belongs to somebody else. */
public final class InstallationRows {

    private final Connection connection;

    /** @param connection the administrator's */
    public InstallationRows(Connection connection) {
        this.connection = connection;
    }

    /** @throws MigrationFailed when the database belongs to another mode or account, or runs by another clock */
    public void install(WantedInstallation wanted) throws SQLException {
        writeOwner(wanted);
        requireOwner(wanted);
        Optional<WantedClock> clock = wanted.clock();
        if (clock.isEmpty()) {
            writeRealTime();
        } else if (wanted.mode().equals("simulated")) {
            write(clock.get());
            require(clock.get());
        } else {
            throw new MigrationFailed("a clock of its own has only mode simulated, mode was " + wanted.mode(), null);
        }
    }

    /** The prefix begins the id of every order of this installation. */
    private void writeOwner(WantedInstallation wanted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO system.installation (prefix, mode, account)
                VALUES (substr(md5(gen_random_uuid()::text), 1, 6), ?, ?) ON CONFLICT DO NOTHING""")) {
            insert.setString(1, wanted.mode());
            insert.setString(2, wanted.account());
            insert.executeUpdate();
        }
    }

    private void requireOwner(WantedInstallation wanted) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT mode, account FROM system.installation")) {
            row.next();
            if (!row.getString(1).equals(wanted.mode()) || !row.getString(2).equals(wanted.account())) {
                throw new MigrationFailed(
                        "database must belong to mode " + wanted.mode() + ", account " + wanted.account()
                                + ", belongs to mode " + row.getString(1) + ", account " + row.getString(2),
                        null);
            }
        }
    }

    private void writeRealTime() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO system.clock (business_anchor, system_anchor, speed)
                    VALUES (clock_timestamp(), clock_timestamp(), 1) ON CONFLICT DO NOTHING""");
        }
    }

    private void write(WantedClock clock) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO system.clock (business_anchor, system_anchor, speed) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            insert.setObject(1, clock.businessAnchor().atOffset(ZoneOffset.UTC));
            insert.setObject(2, clock.systemAnchor().atOffset(ZoneOffset.UTC));
            insert.setInt(3, speed(clock));
            insert.executeUpdate();
        }
    }

    /** Services and simulator must agree on the time: business time never jumps under what is recorded. */
    private void require(WantedClock clock) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT business_anchor, system_anchor, speed FROM system.clock")) {
            row.next();
            if (!row.getObject(1, OffsetDateTime.class).toInstant().equals(clock.businessAnchor())
                    || !row.getObject(2, OffsetDateTime.class).toInstant().equals(clock.systemAnchor())
                    || row.getInt(3) != speed(clock)) {
                throw new MigrationFailed(
                        "database must run by the clock " + clock.businessAnchor() + " at " + clock.systemAnchor()
                                + " x " + speed(clock) + ", runs by " + row.getString(1) + " at " + row.getString(2)
                                + " x " + row.getInt(3),
                        null);
            }
        }
    }

    private static int speed(WantedClock clock) {
        return clock.speed().orElse(1);
    }
}
