package io.recio.failuredetector.incident;

import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.Withheld;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.incident.IncidentBook.OpenIncident;
import io.recio.failuredetector.incident.JournalEntry.AlertRaised;
import io.recio.failuredetector.incident.JournalEntry.IncidentClosed;
import io.recio.failuredetector.incident.JournalEntry.IncidentOpened;
import io.recio.failuredetector.incident.JournalEntry.IncidentWorsened;
import io.recio.failuredetector.observation.Look;
import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Turns one look's decision into what is to be told; each keeper is for one look. */
public final class IncidentKeeper {

    private static final Logger LOG = Logger.getLogger(IncidentKeeper.class);

    private final Situation situation;
    private final Duration patience;
    private final Supplier<UUID> ids;
    private final IncidentBook before;
    private final TreeMap<String, OpenIncident> incidents;
    private final TreeMap<String, SystemTime> downSince;
    private final List<JournalEntry> entries = new ArrayList<>();

    /** @param patience how long something must last before a person is alerted */
    public IncidentKeeper(
            IncidentBook book, Look look, DetectorDecision decision, Duration patience, Supplier<UUID> ids) {
        this.situation = new Situation(look, decision);
        this.patience = patience;
        this.ids = ids;
        this.before = book;
        this.incidents = new TreeMap<>(book.incidents());
        this.downSince = new TreeMap<>(book.downSince());
    }

    /** The book after this look. {@link #entries()} are what changed. */
    public IncidentBook follow() {
        roots().forEach(this::keepOpen);
        closeWhatIsWell();
        RemedyKeeper remedies = new RemedyKeeper(situation, incidents, ids, entries);
        return new IncidentBook(
                incidents, remedies.followWithheld(before.withheld()), remedies.followTaken(before.taken()), downSince);
    }

    public List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The causes that are certain, and since when. */
    private Map<String, SystemTime> roots() {
        TreeMap<String, SystemTime> roots = new TreeMap<>();
        downSince.keySet().retainAll(situation.down().keySet());
        for (String foundation : situation.down().keySet()) {
            // Down twice in a row, so that a single lost answer is no incident.
            SystemTime since = downSince.putIfAbsent(foundation, situation.at());
            if (since != null) {
                roots.put(foundation, since);
            }
        }
        for (ServiceName cause : situation.decision().causes()) {
            if (situation.heldBack(cause).map(IncidentKeeper::isCertain).orElse(true)) {
                SystemTime since =
                        situation.decision().history().of(cause).unwellSince().orElse(situation.at());
                roots.put(cause.value(), since);
            }
        }
        return roots;
    }

    private static boolean isCertain(Withheld held) {
        return !RemedyKeeper.TENTATIVE.contains(held.reason()) && held.reason() != Withheld.Reason.FOUNDATION_DOWN;
    }

    private void keepOpen(String root, SystemTime since) {
        OpenIncident open = incidents.get(root);
        IncidentLevel level = situation.level(root);
        if (open == null) {
            open = new OpenIncident(ids.get(), level, since, false);
            LOG.warnf("Incident opened rootCause=%s level=%s symptoms=%s", root, level, situation.symptoms());
            entries.add(new IncidentOpened(open.id(), root, level, situation.symptoms(), since));
        } else if (level.compareTo(open.level()) > 0) {
            entries.add(new IncidentWorsened(open.id(), level, situation.symptoms()));
            open = new OpenIncident(open.id(), level, open.since(), open.alerted());
        }
        if (!open.alerted() && open.since().until(situation.at()).compareTo(patience) >= 0) {
            Severity severity = level == IncidentLevel.WARNING ? Severity.WARNING : Severity.CRITICAL;
            entries.add(new AlertRaised(
                    ids.get(), severity, "INCIDENT", "Root cause of a failure is " + root, situation.facts(root)));
            open = new OpenIncident(open.id(), open.level(), open.since(), true);
        }
        incidents.put(root, open);
    }

    private void closeWhatIsWell() {
        for (String root : List.copyOf(incidents.keySet())) {
            OpenIncident open = incidents.get(root);
            boolean lasts = downSince.containsKey(root) || situation.isService(root) && !situation.isWell(root);
            if (open != null && !lasts) {
                incidents.remove(root);
                LOG.infof(
                        "Incident closed rootCause=%s lasted=%s",
                        root, open.since().until(situation.at()));
                entries.add(new IncidentClosed(open.id(), situation.at()));
            }
        }
    }
}
