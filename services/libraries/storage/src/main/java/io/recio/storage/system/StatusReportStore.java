package io.recio.storage.system;

import io.recio.storage.Statements;
import io.vertx.core.json.JsonObject;

/** {@code system.status_reports}: what a service last said of itself, in its own words. */
public final class StatusReportStore {

    public void write(Statements statements, String service, JsonObject report) {
        statements.update("""
                INSERT INTO system.status_reports (service, report) VALUES ($1, $2)
                ON CONFLICT (service) DO UPDATE SET report = excluded.report, reported_at = clock_timestamp()""", service, report);
    }
}
