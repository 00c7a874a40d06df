package io.recio.mainapp.operations;

import io.recio.mainapp.access.Caller;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads {@code system.*}; acknowledges alerts. */
@Singleton
class SystemRows {

    private final Database database;
    private final AuditLog audit;

    SystemRows(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    List<ServiceView> services() {
        return database.list(
                row -> new ServiceView(
                        row.getString("service"),
                        row.getString("instance"),
                        row.getString("role"),
                        row.getLong("epoch"),
                        row.getBoolean("functional"),
                        Columns.document(row, "freshness"),
                        Columns.time(row, "started_at"),
                        Columns.time(row, "beat_at"),
                        row.getLong("beat_age_ms"),
                        row.getLong("work_done"),
                        row.getLong("memory_bytes"),
                        row.getLong("cpu_millis"),
                        row.getString("version"),
                        row.getString("host"),
                        row.getInteger("port")),
                """
                SELECT service, instance, role, epoch, functional, freshness::text AS freshness, started_at, beat_at,
                       (extract(epoch FROM clock_timestamp() - beat_at) * 1000)::bigint AS beat_age_ms, work_done,
                       memory_bytes, cpu_millis, version, host, port
                FROM system.heartbeats ORDER BY service, role, instance""");
    }

    Page<LogLineView> logLines(String service, PageQuery page) {
        long total = database.first("SELECT count(*) AS total FROM system.log_lines WHERE service = $1", service)
                .orElseThrow()
                .getLong("total");
        List<LogLineView> lines = database.list(
                row -> new LogLineView(
                        row.getString("instance"),
                        row.getString("level"),
                        row.getString("logger"),
                        row.getString("message"),
                        Columns.time(row, "logged_at")),
                """
                SELECT instance, level, logger, message, logged_at FROM system.log_lines
                WHERE service = $1 ORDER BY line_id DESC LIMIT $2 OFFSET $3""",
                service,
                page.size(),
                page.offset());
        return new Page<>(lines, total, page.page(), page.size());
    }

    Page<AlertView> alerts(PageQuery page) {
        return page(
                "system.alerts",
                """
                alert_id, raised_by, severity, code, message, facts::text AS facts, business_at, raised_at, resolved_at,
                acknowledged_at, acknowledged_by""",
                "raised_at DESC, alert_id",
                page,
                row -> new AlertView(
                        row.getUUID("alert_id"),
                        row.getString("raised_by"),
                        row.getString("severity"),
                        row.getString("code"),
                        row.getString("message"),
                        Columns.document(row, "facts"),
                        Columns.timeOrNull(row, "business_at"),
                        Columns.time(row, "raised_at"),
                        Columns.timeOrNull(row, "resolved_at"),
                        Columns.timeOrNull(row, "acknowledged_at"),
                        row.getString("acknowledged_by")));
    }

    /** False when there is no such alert; acknowledging twice keeps the first name. */
    boolean acknowledge(Caller.User user, UUID alertId) {
        return database.transaction(transaction -> {
            if (transaction
                    .first("SELECT 1 FROM system.alerts WHERE alert_id = $1", alertId)
                    .isEmpty()) {
                return false;
            }
            int changed = transaction.update("""
                    UPDATE system.alerts SET acknowledged_at = clock_timestamp(), acknowledged_by = $2
                    WHERE alert_id = $1 AND acknowledged_at IS NULL""", alertId, user.name());
            if (changed > 0) {
                audit.record(transaction, user.name(), "acknowledge-alert", Map.of("alert", alertId.toString()));
                transaction.notify(Channels.ALERTS, "");
            }
            return true;
        });
    }

    Page<IncidentView> incidents(PageQuery page) {
        return page(
                "system.incidents",
                "incident_id, root_cause, level, symptoms::text AS symptoms, opened_at, closed_at",
                "opened_at DESC, incident_id",
                page,
                row -> new IncidentView(
                        row.getUUID("incident_id"),
                        row.getString("root_cause"),
                        row.getString("level"),
                        Columns.document(row, "symptoms"),
                        Columns.time(row, "opened_at"),
                        Columns.timeOrNull(row, "closed_at")));
    }

    Page<RemedyView> remedies(PageQuery page) {
        return page(
                "system.remedies",
                "remedy_id, incident_id, service, instance, action, withheld, reason, outcome, decided_at, ended_at",
                "decided_at DESC, remedy_id",
                page,
                row -> new RemedyView(
                        row.getUUID("remedy_id"),
                        row.getUUID("incident_id"),
                        row.getString("service"),
                        row.getString("instance"),
                        row.getString("action"),
                        row.getBoolean("withheld"),
                        row.getString("reason"),
                        row.getString("outcome"),
                        Columns.time(row, "decided_at"),
                        Columns.timeOrNull(row, "ended_at")));
    }

    Optional<HealthView> health() {
        return database.first("""
                        SELECT checked_at, status, services::text AS services, resources::text AS resources,
                               database::text AS database, network::text AS network, duplicates::text AS duplicates
                        FROM system.health_status ORDER BY checked_at DESC LIMIT 1""")
                .map(row -> new HealthView(
                        Columns.time(row, "checked_at"),
                        row.getString("status"),
                        Columns.document(row, "services"),
                        Columns.document(row, "resources"),
                        Columns.document(row, "database"),
                        Columns.document(row, "network"),
                        Columns.document(row, "duplicates")));
    }

    /** The newest looks, the oldest of them first. */
    List<HealthPoint> healthHistory(int looks) {
        return database.list(
                row -> new HealthPoint(
                        Columns.time(row, "checked_at"),
                        row.getString("status"),
                        row.getDouble("cpu"),
                        row.getDouble("memory"),
                        row.getDouble("disk"),
                        row.getInteger("connections"),
                        row.getDouble("commit_ms")),
                """
                SELECT * FROM (
                    SELECT checked_at, status, (resources ->> 'cpuPercent')::double precision AS cpu,
                           (resources ->> 'memoryPercent')::double precision AS memory,
                           (resources #>> '{disk,percent}')::double precision AS disk,
                           (database ->> 'connections')::integer AS connections,
                           (database ->> 'commitMs')::double precision AS commit_ms
                    FROM system.health_status ORDER BY checked_at DESC LIMIT $1) newest
                ORDER BY checked_at""",
                looks);
    }

    private <T> Page<T> page(String from, String columns, String order, PageQuery page, Function<Row, T> reader) {
        long total = database.first("SELECT count(*) AS total FROM " + from)
                .orElseThrow()
                .getLong("total");
        return new Page<>(
                database.list(
                        reader,
                        "SELECT " + columns + " FROM " + from + " ORDER BY " + order + " LIMIT $1 OFFSET $2",
                        page.size(),
                        page.offset()),
                total,
                page.page(),
                page.size());
    }
}
