package io.recio.mainapp.operations;

import io.recio.mainapp.access.Caller;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.operations.AlertTestView.Delivery;
import io.recio.mainapp.rest.Columns;
import io.recio.storage.Database;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks for tests of the alerts in {@code system.requests}; the alert has the request's id, and so its deliveries are found. */
@Singleton
class AlertTestRows {

    private static final String COLUMNS =
            "request_id, coalesce(on_behalf_of, requested_by) AS requested_by, state, answer, requested_at";

    private final Database database;
    private final AuditLog audit;

    AlertTestRows(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    List<AlertTestView> newest() {
        return database.list(
                row -> view(row, deliveries(row.getUUID("request_id"))),
                "SELECT " + COLUMNS
                        + " FROM system.requests WHERE kind = 'test_alert' ORDER BY requested_at DESC, request_id LIMIT 5");
    }

    AlertTestView ask(Caller.User user) {
        return database.transaction(transaction -> {
            Row asked = transaction
                    .first(
                            "INSERT INTO system.requests (kind, reason, on_behalf_of) VALUES ('test_alert', $1, $2) RETURNING "
                                    + COLUMNS,
                            "to see whether alerts arrive",
                            user.name())
                    .orElseThrow();
            audit.record(transaction, user.name(), "test-alerts", Map.of());
            return view(asked, List.of());
        });
    }

    private List<Delivery> deliveries(UUID alert) {
        return database.list(
                row -> new Delivery(
                        row.getString("channel"),
                        row.getString("state"),
                        row.getInteger("attempts"),
                        row.getString("last_error"),
                        Columns.timeOrNull(row, "ended_at")),
                """
                SELECT channel, state, attempts, last_error, ended_at FROM system.alert_deliveries
                WHERE alert_id = $1 ORDER BY channel""",
                alert);
    }

    private static AlertTestView view(Row row, List<Delivery> deliveries) {
        return new AlertTestView(
                row.getUUID("request_id"),
                row.getString("requested_by"),
                row.getString("state"),
                row.getString("answer"),
                Columns.time(row, "requested_at"),
                deliveries);
    }
}
