package io.recio.mainapp.oidc;

import io.recio.mainapp.audit.AuditLog;
import io.recio.storage.Database;
import io.recio.storage.DatabaseUnavailable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Records who was let in neither here nor there. Anybody can knock: of those who proved to be nobody only so many rows a minute
 * are written, the rest goes to the log.
 */
@Singleton
class RefusalLog {

    static final String STRANGER = "stranger";

    private static final Logger LOG = Logger.getLogger(RefusalLog.class);

    private static final int ROWS_A_MINUTE = 60;

    private final Database database;
    private final AuditLog audit;
    private final InstantSource time;

    private Instant minute = Instant.EPOCH;
    private int rows;

    RefusalLog(Database database, AuditLog audit, InstantSource time) {
        this.database = database;
        this.audit = audit;
        this.time = time;
    }

    void record(Purpose purpose, Refused refused, String address) {
        LOG.warnf(
                "Provider's login refused purpose=%s reason=%s why=%s address=%s",
                purpose.text(), refused.refusal().text(), refused.why(), address);
        if (mayWrite()) {
            write(purpose, refused, address);
        }
    }

    private void write(Purpose purpose, Refused refused, String address) {
        try {
            database.transaction(transaction -> {
                audit.record(
                        transaction,
                        STRANGER,
                        "oidc-refused",
                        Map.of(
                                "purpose",
                                purpose.text(),
                                "reason",
                                refused.refusal().text(),
                                "address",
                                address));
                return refused;
            });
        } catch (DatabaseUnavailable e) {
            LOG.warnf(
                    "Refusal stands in this log alone, the database is away reason=%s",
                    refused.refusal().text());
        }
    }

    private synchronized boolean mayWrite() {
        Instant now = time.instant();
        if (now.isAfter(minute.plus(Duration.ofMinutes(1))) || now.isBefore(minute)) {
            minute = now;
            rows = 0;
        }
        rows++;
        return rows <= ROWS_A_MINUTE;
    }
}
