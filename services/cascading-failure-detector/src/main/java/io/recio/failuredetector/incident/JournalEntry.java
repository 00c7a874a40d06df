package io.recio.failuredetector.incident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.time.SystemTime;
import io.recio.storage.system.AlertStore.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One thing to write down; written twice it stands once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.IncidentOpened.class, name = "incident-opened"),
    @JsonSubTypes.Type(value = JournalEntry.IncidentWorsened.class, name = "incident-worsened"),
    @JsonSubTypes.Type(value = JournalEntry.IncidentClosed.class, name = "incident-closed"),
    @JsonSubTypes.Type(value = JournalEntry.RemedyDecided.class, name = "remedy-decided"),
    @JsonSubTypes.Type(value = JournalEntry.RemedyEnded.class, name = "remedy-ended"),
    @JsonSubTypes.Type(value = JournalEntry.AlertRaised.class, name = "alert-raised")
})
public sealed interface JournalEntry {

    /**
     * @param rootCause a service, or a foundation in small letters
     * @param symptoms by service, such as {@code UNWELL NO_CORRECT_RESULT late=[tick]}
     */
    record IncidentOpened(
            UUID incident, String rootCause, IncidentLevel level, Map<String, String> symptoms, SystemTime at)
            implements JournalEntry {}

    record IncidentWorsened(UUID incident, IncidentLevel level, Map<String, String> symptoms) implements JournalEntry {}

    record IncidentClosed(UUID incident, SystemTime at) implements JournalEntry {}

    /** @param action restart, roll or restart_all */
    record RemedyDecided(
            UUID remedy,
            Optional<UUID> incident,
            String service,
            Optional<String> instance,
            String action,
            boolean withheld,
            String reason,
            SystemTime at)
            implements JournalEntry {}

    record RemedyEnded(UUID remedy, String outcome, SystemTime at) implements JournalEntry {}

    record AlertRaised(UUID alert, Severity severity, String code, String message, Map<String, String> facts)
            implements JournalEntry {}
}
