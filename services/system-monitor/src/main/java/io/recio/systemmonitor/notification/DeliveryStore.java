package io.recio.systemmonitor.notification;

import io.recio.storage.Statements;
import io.recio.storage.system.AlertStore.Severity;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** {@code system.alert_routes, alert_deliveries}; reads {@code system.alerts}. Times are the database's. */
final class DeliveryStore {

    private static final String ALERT = """
            SELECT a.alert_id, a.severity, a.code, a.message, a.facts::text AS facts, a.raised_at""";

    /** Not routed yet, the oldest first. */
    List<Alert> unrouted(Statements statements) {
        return statements.list(row -> alert(row, 0), ALERT + """

                FROM system.alerts a LEFT JOIN system.alert_routes r USING (alert_id)
                WHERE r.alert_id IS NULL ORDER BY a.raised_at, a.alert_id LIMIT 200""");
    }

    /**
     * Marks the alert as routed.
     *
     * @return whether people are to be told: not when the same was told within the window and still lasts, unacknowledged; a
     *     test always is
     */
    boolean route(Statements statements, Alert alert, Duration window) {
        return statements
                .first("""
                        INSERT INTO system.alert_routes (alert_id, duplicate_of)
                        SELECT this.alert_id, (SELECT a.alert_id
                            FROM system.alerts a JOIN system.alert_routes r USING (alert_id)
                            WHERE a.raised_by = this.raised_by AND a.code = this.code AND a.message = this.message
                                AND a.code <> $3
                                AND r.duplicate_of IS NULL AND a.acknowledged_at IS NULL AND a.resolved_at IS NULL
                                AND a.raised_at BETWEEN this.raised_at - $2::double precision * interval '1 second'
                                    AND this.raised_at
                            ORDER BY a.raised_at LIMIT 1)
                        FROM system.alerts this WHERE this.alert_id = $1 AND this.acknowledged_at IS NULL
                        ON CONFLICT (alert_id) DO NOTHING
                        RETURNING duplicate_of IS NULL AS told""", alert.id(), seconds(window), Alert.TEST)
                .map(row -> row.getBoolean("told"))
                .orElse(false);
    }

    /** One that was acknowledged before it was routed needs no telling. */
    void routeAcknowledged(Statements statements) {
        statements.update("""
                INSERT INTO system.alert_routes (alert_id)
                SELECT alert_id FROM system.alerts WHERE acknowledged_at IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM system.alert_routes r WHERE r.alert_id = alerts.alert_id)
                ON CONFLICT (alert_id) DO NOTHING""");
    }

    void add(Statements statements, UUID alert, String channel, int step) {
        statements.update("""
                INSERT INTO system.alert_deliveries (alert_id, channel, step) VALUES ($1, $2, $3::integer)
                ON CONFLICT ON CONSTRAINT alert_deliveries_once DO NOTHING""", alert, channel, step);
    }

    /** Critical alerts told long enough ago that last, and that nobody has acknowledged; {@code step} is the next one. */
    List<Alert> unanswered(Statements statements, Duration after, int most) {
        return statements.list(row -> alert(row, row.getInteger("step") + 1), ALERT + """
                , told.step
                FROM system.alerts a
                JOIN (SELECT alert_id, max(step) AS step, max(created_at) AS last FROM system.alert_deliveries
                    GROUP BY alert_id) told USING (alert_id)
                WHERE a.severity = 'critical' AND a.acknowledged_at IS NULL AND a.resolved_at IS NULL AND told.step < $2::integer
                    AND told.last < clock_timestamp() - $1::double precision * interval '1 second'
                    AND a.raised_at > clock_timestamp() - interval '1 day'
                ORDER BY a.raised_at""", seconds(after), most);
    }

    /** Ends what an acknowledged alert still has waiting, and what could not be delivered for too long. */
    void end(Statements statements, Duration giveUpAfter) {
        statements.update("""
                UPDATE system.alert_deliveries SET state = 'withdrawn', ended_at = clock_timestamp()
                WHERE state = 'due' AND alert_id IN (SELECT alert_id FROM system.alerts WHERE acknowledged_at IS NOT NULL)""");
        statements.update("""
                UPDATE system.alert_deliveries SET state = 'given_up', ended_at = clock_timestamp()
                WHERE state = 'due' AND created_at < clock_timestamp() - $1::double precision * interval '1 second'""", seconds(giveUpAfter));
    }

    /** Whether the channel may be used now: not too soon after its last message. */
    boolean isRested(Statements statements, String channel, Duration interval) {
        return statements.first("""
                        SELECT 1 FROM system.alert_deliveries WHERE channel = $1 AND state = 'sent'
                            AND ended_at > clock_timestamp() - $2::double precision * interval '1 second' LIMIT 1""", channel, seconds(interval)).isEmpty();
    }

    /** How many messages the channel carried within the last hour. */
    int sentWithinAnHour(Statements statements, String channel) {
        return statements
                .first("""
                        SELECT count(DISTINCT message_id)::integer AS messages FROM system.alert_deliveries
                        WHERE channel = $1 AND state = 'sent' AND ended_at > clock_timestamp() - interval '1 hour'""", channel)
                .map(row -> row.getInteger("messages"))
                .orElse(0);
    }

    /** A message about to be tried, and its attempts with this one. */
    record Claimed(UUID message, int attempts, List<Alert> alerts) {}

    /**
     * Claims what waits for the channel: a message that was tried before stays as it was, with its id, and goes first; what is new
     * joins in the next one. Until the given time has passed nobody tries it again.
     *
     * @param severity what is less waits
     */
    Optional<Claimed> claim(Statements statements, String channel, UUID fresh, Duration until, Severity severity) {
        statements.update("""
                UPDATE system.alert_deliveries SET message_id = $2
                WHERE delivery_id IN (SELECT d.delivery_id FROM system.alert_deliveries d JOIN system.alerts a USING (alert_id)
                    WHERE d.channel = $1 AND d.state = 'due' AND d.message_id IS NULL AND a.severity = ANY ($3)
                        AND NOT EXISTS (SELECT 1 FROM system.alert_deliveries w
                            WHERE w.channel = $1 AND w.state = 'due' AND w.message_id IS NOT NULL)
                    ORDER BY d.delivery_id LIMIT 10)""", channel, fresh, atLeast(severity));
        Optional<UUID> message = statements.first("""
                        SELECT message_id FROM system.alert_deliveries
                        WHERE channel = $1 AND state = 'due' AND message_id IS NOT NULL
                            AND next_attempt_at <= clock_timestamp()
                        ORDER BY next_attempt_at, delivery_id LIMIT 1""", channel).map(row -> row.getUUID("message_id"));
        return message.map(id -> {
            List<Row> rows = statements.list(row -> row, """
                    UPDATE system.alert_deliveries SET attempts = attempts + 1,
                        next_attempt_at = clock_timestamp() + $2::double precision * interval '1 second'
                    WHERE message_id = $1 AND state = 'due' RETURNING attempts""", id, seconds(until));
            List<Alert> alerts = statements.list(row -> alert(row, row.getInteger("step")), ALERT + """
                    , d.step FROM system.alert_deliveries d JOIN system.alerts a USING (alert_id)
                    WHERE d.message_id = $1 AND d.state = 'due' ORDER BY d.delivery_id""", id);
            return new Claimed(
                    id,
                    rows.stream()
                            .mapToInt(row -> row.getInteger("attempts"))
                            .max()
                            .orElse(1),
                    alerts);
        });
    }

    void sent(Statements statements, UUID message) {
        statements.update("""
                UPDATE system.alert_deliveries SET state = 'sent', last_error = NULL, ended_at = clock_timestamp()
                WHERE message_id = $1 AND state = 'due'""", message);
    }

    void failed(Statements statements, UUID message, String reason, Duration again) {
        statements.update("""
                UPDATE system.alert_deliveries SET last_error = $2,
                    next_attempt_at = clock_timestamp() + $3::double precision * interval '1 second'
                WHERE message_id = $1 AND state = 'due'""", message, reason, seconds(again));
    }

    private static String[] atLeast(Severity severity) {
        return List.of(Severity.values()).subList(severity.ordinal(), Severity.values().length).stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static Alert alert(Row row, int step) {
        return new Alert(
                row.getUUID("alert_id"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getString("code"),
                row.getString("message"),
                row.getString("facts"),
                row.getOffsetDateTime("raised_at").toInstant(),
                step);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
