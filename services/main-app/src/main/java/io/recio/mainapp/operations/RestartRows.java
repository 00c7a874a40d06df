package io.recio.mainapp.operations;

import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.ServiceName;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.ProblemException;
import io.recio.storage.Database;
import io.recio.storage.settings.SymbolSettings;
import io.recio.storage.settings.SymbolStore;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes wishes to restart into {@code system.requests} and reads their answers; knows who depends on whom. */
@Singleton
class RestartRows {

    private static final String COLUMNS = """
            request_id, kind, service, reason, coalesce(on_behalf_of, requested_by) AS requested_by, state, answer,
            requested_at, answered_at""";

    private final Database database;
    private final AuditLog audit;
    private final SymbolStore symbols = new SymbolStore();

    RestartRows(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    List<RestartView> newest() {
        return database.list(
                RestartRows::view,
                "SELECT " + COLUMNS
                        + " FROM system.requests WHERE kind <> 'test_alert' ORDER BY requested_at DESC, request_id LIMIT 20");
    }

    /** @throws ProblemException 404 for a service that is not ours */
    RestartView ask(Caller.User user, @Nullable String service, String reason) {
        if (service != null) {
            List<String> known =
                    dependencies().stream().map(DependencyView::service).toList();
            if (!known.contains(service)) {
                throw ProblemException.unknown("service", "one of " + String.join(", ", known), service);
            }
        }
        return database.transaction(transaction -> {
            Row asked = transaction
                    .first(
                            "INSERT INTO system.requests (kind, service, reason, on_behalf_of) VALUES ($1, $2, $3, $4) RETURNING "
                                    + COLUMNS,
                            service == null ? "restart_all" : "restart",
                            service,
                            reason,
                            user.name())
                    .orElseThrow();
            audit.record(
                    transaction,
                    user.name(),
                    "ask-restart",
                    Map.of("service", service == null ? "all" : service, "reason", reason));
            return view(asked);
        });
    }

    List<DependencyView> dependencies() {
        var policy = DetectorPolicy.standard(
                symbols.enabled(database).stream().map(SymbolSettings::symbol).toList());
        return policy.services().values().stream()
                .map(service -> new DependencyView(
                        service.name().value(),
                        service.dependsOn().stream()
                                .map(ServiceName::value)
                                .sorted()
                                .toList(),
                        service.standsOn().stream()
                                .map(foundation -> foundation.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList()))
                .toList();
    }

    private static RestartView view(Row row) {
        return new RestartView(
                row.getUUID("request_id"),
                row.getString("kind"),
                row.getString("service"),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getString("state"),
                row.getString("answer"),
                Columns.time(row, "requested_at"),
                Columns.timeOrNull(row, "answered_at"));
    }
}
