package io.recio.failuredetector.incident;

import io.recio.failuredetector.incident.JournalEntry.AlertRaised;
import io.recio.failuredetector.incident.JournalEntry.IncidentClosed;
import io.recio.failuredetector.incident.JournalEntry.IncidentOpened;
import io.recio.failuredetector.incident.JournalEntry.IncidentWorsened;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.incident.JournalEntry.RemedyEnded;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.recio.storage.system.AlertStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code system.incidents, system.remedies, system.alerts}. */
@Singleton
class PostgresJournal implements Journal {

    private final Database database;
    private final AlertStore alerts = new AlertStore();

    PostgresJournal(Database database) {
        this.database = database;
    }

    @Override
    public void write(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            database.transaction(statements -> {
                entries.forEach(entry -> write(statements, entry));
                return entries.size();
            });
        }
    }

    private void write(Statements statements, JournalEntry entry) {
        switch (entry) {
            case IncidentOpened opened ->
                statements.update(
                        """
                        INSERT INTO system.incidents (incident_id, root_cause, level, symptoms, opened_at)
                        VALUES ($1, $2, $3, $4::text::jsonb, $5) ON CONFLICT (incident_id) DO NOTHING""",
                        opened.incident(),
                        opened.rootCause(),
                        opened.level().name().toLowerCase(Locale.ROOT),
                        DomainJson.write(opened.symptoms()),
                        Times.column(opened.at()));
            case IncidentWorsened worsened ->
                statements.update(
                        "UPDATE system.incidents SET level = $2, symptoms = $3::text::jsonb WHERE incident_id = $1",
                        worsened.incident(),
                        worsened.level().name().toLowerCase(Locale.ROOT),
                        DomainJson.write(worsened.symptoms()));
            case IncidentClosed closed ->
                statements.update(
                        "UPDATE system.incidents SET closed_at = $2 WHERE incident_id = $1",
                        closed.incident(),
                        Times.column(closed.at()));
            case RemedyDecided remedy ->
                statements.update(
                        """
                        INSERT INTO system.remedies
                            (remedy_id, incident_id, service, instance, action, withheld, reason, decided_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (remedy_id) DO NOTHING""",
                        remedy.remedy(),
                        remedy.incident().orElse(null),
                        remedy.service(),
                        remedy.instance().orElse(null),
                        remedy.action(),
                        remedy.withheld(),
                        remedy.reason(),
                        Times.column(remedy.at()));
            case RemedyEnded ended ->
                statements.update(
                        "UPDATE system.remedies SET outcome = $2, ended_at = $3 WHERE remedy_id = $1 AND ended_at IS NULL",
                        ended.remedy(),
                        ended.outcome(),
                        Times.column(ended.at()));
            case AlertRaised alert ->
                alerts.raise(
                        statements,
                        alert.alert(),
                        alert.severity(),
                        alert.code(),
                        alert.message(),
                        Map.copyOf(alert.facts()));
        }
    }
}
