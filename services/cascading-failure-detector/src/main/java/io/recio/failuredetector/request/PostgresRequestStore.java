package io.recio.failuredetector.request;

import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** {@code system.requests}. */
@Singleton
class PostgresRequestStore implements RequestStore {

    /** One of a later release, seen after a rollback, waits for that release. */
    private static final String[] KINDS = Arrays.stream(SystemRequest.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);

    private final Database database;

    PostgresRequestStore(Database database) {
        this.database = database;
    }

    @Override
    public List<SystemRequest> open() {
        return database.list(
                row -> new SystemRequest(
                        row.getUUID("request_id"),
                        SystemRequest.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("service")),
                        Optional.ofNullable(row.getString("instance")),
                        row.getString("reason"),
                        row.getString("requested_by"),
                        Optional.ofNullable(row.getString("on_behalf_of"))),
                """
                SELECT request_id, kind, service, instance, reason, requested_by, on_behalf_of
                FROM system.requests WHERE state = 'new' AND kind = ANY ($1) ORDER BY requested_at, request_id""",
                (Object) KINDS);
    }

    @Override
    public void answer(UUID request, boolean done, String answer) {
        database.update("""
                UPDATE system.requests SET state = $2, answer = $3, answered_at = clock_timestamp()
                WHERE request_id = $1 AND state = 'new'""", request, done ? "done" : "refused", answer);
    }
}
