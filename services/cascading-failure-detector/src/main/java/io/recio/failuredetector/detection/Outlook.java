package io.recio.failuredetector.detection;

import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.health.Mandate;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.Withheld;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.incident.JournalEntry;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.observation.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people are shown of the last look.
 *
 * @param causes foundations in small letters first, then services, the deepest first
 * @param lastRemedies taken, the newest first
 */
record Outlook(
        IncidentLevel level,
        boolean dryRun,
        List<String> causes,
        List<RemedyDecided> lastRemedies,
        List<Withheld> withheld) {

    static final Outlook NONE = new Outlook(IncidentLevel.NONE, false, List.of(), List.of(), List.of());

    private static final int SHOWN = 10;

    Outlook {
        causes = List.copyOf(causes);
        lastRemedies = List.copyOf(lastRemedies);
        withheld = List.copyOf(withheld);
    }

    Outlook next(Look look, DetectorDecision decision) {
        List<String> all = Stream.concat(
                        look.down().keySet().stream()
                                .map(foundation -> foundation.name().toLowerCase(Locale.ROOT)),
                        decision.causes().stream().map(ServiceName::value))
                .toList();
        return new Outlook(
                decision.level(), look.observed().mandate() == Mandate.DRY_RUN, all, lastRemedies, decision.withheld());
    }

    /** With the remedies among the entries. */
    Outlook with(List<JournalEntry> told) {
        List<RemedyDecided> remedies = new ArrayList<>(lastRemedies);
        for (JournalEntry entry : told) {
            if (entry instanceof RemedyDecided remedy && !remedy.withheld()) {
                remedies.addFirst(remedy);
            }
        }
        return new Outlook(level, dryRun, causes, remedies.subList(0, Math.min(SHOWN, remedies.size())), withheld);
    }

    /** In one line, such as {@code restart main-app-7d9 at 2026-11-22T12:00:00Z}. */
    Optional<String> lastRemedy() {
        return lastRemedies.stream()
                .findFirst()
                .map(remedy ->
                        remedy.action() + " " + remedy.instance().orElse(remedy.service()) + " at " + at(remedy.at()));
    }

    static String at(SystemTime time) {
        return time.instant().toString();
    }
}
