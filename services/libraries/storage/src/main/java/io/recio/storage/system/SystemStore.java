package io.recio.storage.system;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Database;
import java.util.Optional;

/** Reads the two rows every service starts from: the clock and the installation. */
public final class SystemStore {

    private final Database database;

    public SystemStore(Database database) {
        this.database = database;
    }

    /** The business clock of this installation, or empty before local-stack or the chart has written it. */
    public Optional<BusinessClock> clock(SystemClock system) {
        return database.first("SELECT business_anchor, system_anchor, speed FROM system.clock")
                .map(row -> BusinessClock.anchored(
                        row.getOffsetDateTime("business_anchor").toInstant(),
                        row.getOffsetDateTime("system_anchor").toInstant(),
                        row.getInteger("speed"),
                        system));
    }

    public Optional<Installation> installation() {
        return database.first("SELECT prefix, mode, account FROM system.installation")
                .map(row -> new Installation(
                        row.getString("prefix"), Mode.of(row.getString("mode")), row.getString("account")));
    }
}
