package io.recio.storage.system;

import io.recio.domain.time.BusinessTime;
import io.recio.storage.Statements;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes what a person should know. */
public final class AlertStore {

    /** How much it matters; stored in small letters. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    /** @param code stable, in capitals, such as {@code FEED_GAP} */
    public void raise(
            Statements statements,
            Severity severity,
            String code,
            String message,
            Map<String, Object> facts,
            BusinessTime at) {
        statements.update(
                """
                INSERT INTO system.alerts (severity, code, message, facts, business_at)
                VALUES ($1, $2, $3, $4, $5)""",
                severity.name().toLowerCase(Locale.ROOT),
                code,
                message,
                new JsonObject(Map.copyOf(facts)),
                at.instant().atOffset(ZoneOffset.UTC));
    }

    /**
     * Raises an alert about the machines, which have no business time.
     *
     * @param id chosen by the caller: raised twice under the same id, it stands once
     */
    public void raise(
            Statements statements, UUID id, Severity severity, String code, String message, Map<String, Object> facts) {
        statements.update(
                """
                INSERT INTO system.alerts (alert_id, severity, code, message, facts)
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT (alert_id) DO NOTHING""", id, severity.name().toLowerCase(Locale.ROOT), code, message, new JsonObject(Map.copyOf(facts)));
    }

    /** Marks our own alerts of this code resolved: their cause is gone. */
    public void resolve(Statements statements, String code) {
        statements.query("SELECT system.resolve_alerts($1)", code);
    }
}
