package io.recio.systemmonitor.health;

import io.recio.fixtures.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/** A standby as far as its primary can tell: it really streams the write-ahead log, and says late that it has applied it. */
final class Follower implements AutoCloseable {

    private final Connection connection;
    private final PGReplicationStream stream;
    private LogSequenceNumber seen;

    private Follower(Connection connection, PGReplicationStream stream, LogSequenceNumber start) {
        this.connection = connection;
        this.stream = stream;
        this.seen = start;
    }

    static Follower of(TestDatabase database, String name) throws SQLException {
        LogSequenceNumber start = LogSequenceNumber.valueOf(
                database.texts("SELECT pg_current_wal_lsn()::text").getFirst());
        Properties properties = new Properties();
        PGProperty.USER.set(properties, "postgres");
        PGProperty.PASSWORD.set(properties, "postgres");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "17");
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.APPLICATION_NAME.set(properties, name);
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), properties);
        PGReplicationStream stream = connection
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .physical()
                .withStartPosition(start)
                .start();
        return new Follower(connection, stream, start);
    }

    /** Reports as applied what it had received when it was last called. */
    void apply() throws SQLException {
        stream.setFlushedLSN(seen);
        stream.setAppliedLSN(seen);
        stream.forceUpdateStatus();
        while (stream.readPending() != null) {
            // What is in it does not matter.
        }
        seen = stream.getLastReceiveLSN();
    }

    @Override
    public void close() throws SQLException {
        stream.close();
        connection.close();
    }
}
