package io.recio.storage.system;

import io.recio.storage.Database;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps what a service lately warned of: its newest lines, and no more of them than {@link #MOST_LINES}. */
public final class LogLineStore {

    /** Per service, all its instances together. */
    public static final int MOST_LINES = 500;

    private final Database database;

    public LogLineStore(Database database) {
        this.database = database;
    }

    /** @param lines the oldest first */
    public void keep(String service, String instance, List<LogLine> lines) {
        database.transaction(transaction -> {
            transaction.batch(
                    """
                    INSERT INTO system.log_lines (service, instance, level, logger, message, logged_at)
                    VALUES ($1, $2, $3, $4, $5, $6)""",
                    lines.stream()
                            .map(line -> Tuple.from(new Object[] {
                                service,
                                instance,
                                line.level().text(),
                                line.logger(),
                                line.message(),
                                line.at().atOffset(ZoneOffset.UTC)
                            }))
                            .toList());
            return transaction.update("""
                    DELETE FROM system.log_lines WHERE service = $1 AND line_id <= (
                        SELECT line_id FROM system.log_lines WHERE service = $1
                        ORDER BY line_id DESC OFFSET $2 LIMIT 1)""", service, (long) MOST_LINES);
        });
    }
}
