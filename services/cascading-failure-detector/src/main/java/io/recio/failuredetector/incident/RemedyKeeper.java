package io.recio.failuredetector.incident;

import io.recio.domain.health.Condition;
import io.recio.domain.health.Remedy;
import io.recio.domain.health.Withheld;
import io.recio.failuredetector.incident.IncidentBook.OpenIncident;
import io.recio.failuredetector.incident.IncidentBook.OpenRemedy;
import io.recio.failuredetector.incident.IncidentBook.OpenWithheld;
import io.recio.failuredetector.incident.JournalEntry.AlertRaised;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.incident.JournalEntry.RemedyEnded;
import io.recio.storage.system.AlertStore.Severity;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Remedies taken and withheld at one look. */
final class RemedyKeeper {

    /** It may yet recover by itself: no incident for that. */
    static final Set<Withheld.Reason> TENTATIVE =
            EnumSet.of(Withheld.Reason.PATIENCE, Withheld.Reason.DEPENDENCY_SETTLING);

    /** Stands for a service where all are meant. */
    static final String EVERYTHING = "everything";

    private static final Logger LOG = Logger.getLogger(RemedyKeeper.class);

    private final Situation situation;
    private final Map<String, OpenIncident> incidents;
    private final Supplier<UUID> ids;
    private final List<JournalEntry> entries;

    /**
     * @param incidents open after this look
     * @param entries to add to
     */
    RemedyKeeper(
            Situation situation, Map<String, OpenIncident> incidents, Supplier<UUID> ids, List<JournalEntry> entries) {
        this.situation = situation;
        this.incidents = incidents;
        this.ids = ids;
        this.entries = entries;
    }

    /** One row for as long as the reason stays the same; victims are told of once their cause is certain. */
    SortedMap<String, OpenWithheld> followWithheld(SortedMap<String, OpenWithheld> before) {
        TreeMap<String, OpenWithheld> withheld = new TreeMap<>(before);
        Set<String> now = new HashSet<>();
        for (Withheld each : situation.decision().withheld()) {
            String key = key(each);
            String reason = each.reason() + ": " + each.detail();
            OpenIncident incident = incidents.get(situation.rootOf(each.service()));
            boolean certain = incident != null || TENTATIVE.contains(each.reason());
            if (!certain || !now.add(key)) {
                continue;
            }
            OpenWithheld open = withheld.get(key);
            if (open == null || !open.reason().equals(reason)) {
                end(open, "reason changed");
                withheld.put(key, withhold(each, key, reason, incident));
            }
        }
        for (String key : List.copyOf(withheld.keySet())) {
            if (!now.contains(key)) {
                end(withheld.remove(key), outcome(key));
            }
        }
        return withheld;
    }

    /** The restart of everything is ended by its plan, not here. */
    Optional<OpenRemedy> followTaken(Optional<OpenRemedy> before) {
        Optional<Remedy> remedy = situation.decision().remedy();
        boolean over =
                remedy.isPresent() || situation.decision().history().inFlight().isEmpty();
        if (over) {
            before.ifPresent(ended -> ended.service().ifPresent(service -> {
                String effect = situation.isWell(service) ? "well again" : "still " + situation.condition(service);
                LOG.infof("Remedy ended service=%s effect='%s'", service, effect);
                entries.add(new RemedyEnded(ended.id(), effect, situation.at()));
            }));
        }
        return remedy.<OpenRemedy>map(taken -> switch (taken) {
                    case Remedy.RestartInstance restart ->
                        restarting(restart.service().value(), Optional.of(restart.instance()), restart.because());
                    case Remedy.RollService roll ->
                        restarting(roll.service().value(), Optional.empty(), roll.because());
                    case Remedy.RestartSystem restart -> restartingAll(restart);
                })
                .or(() -> before.filter(open -> !over));
    }

    private OpenWithheld withhold(Withheld each, String key, String reason, @Nullable OpenIncident incident) {
        UUID id = ids.get();
        LOG.infof("Remedy withheld service=%s reason='%s' rootCause=%s", key, reason, situation.rootOf(each.service()));
        entries.add(new RemedyDecided(
                id,
                Optional.ofNullable(incident).map(OpenIncident::id),
                key,
                Optional.empty(),
                key.equals(EVERYTHING) ? "restart_all" : "restart",
                true,
                reason,
                situation.at()));
        if (each.reason() == Withheld.Reason.GIVEN_UP) {
            alert(
                    Severity.CRITICAL,
                    "SERVICE_GIVEN_UP",
                    key + " was restarted as often as allowed and needs a person",
                    situation.facts(key));
        }
        return new OpenWithheld(id, reason);
    }

    private void end(@Nullable OpenWithheld open, String outcome) {
        if (open != null) {
            entries.add(new RemedyEnded(open.id(), outcome, situation.at()));
        }
    }

    private String outcome(String key) {
        boolean taken = situation
                .decision()
                .remedy()
                .filter(remedy -> switch (remedy) {
                    case Remedy.RestartInstance restart ->
                        restart.service().value().equals(key);
                    case Remedy.RollService roll -> roll.service().value().equals(key);
                    case Remedy.RestartSystem restart -> true;
                })
                .isPresent();
        return taken ? "remedy taken" : situation.isWell(key) ? "well again" : "no longer due";
    }

    /** @param instance absent when the whole service is rolled */
    private OpenRemedy restarting(String service, Optional<String> instance, Condition.Fault because) {
        UUID id = ids.get();
        LOG.warnf(
                "Restarting rootCause=%s instance=%s because=%s symptoms=%s",
                service, instance.orElse("all"), because, situation.symptoms());
        entries.add(new RemedyDecided(
                id,
                Optional.ofNullable(incidents.get(service)).map(OpenIncident::id),
                service,
                instance,
                instance.isPresent() ? "restart" : "roll",
                false,
                because.name(),
                situation.at()));
        alert(
                Severity.WARNING,
                "SERVICE_RESTARTED",
                service + " is restarted as the root cause",
                Map.of(
                        "service", service,
                        "instance", instance.orElse("all"),
                        "because", because.name()));
        return new OpenRemedy(id, Optional.of(service));
    }

    private OpenRemedy restartingAll(Remedy.RestartSystem restart) {
        UUID id = ids.get();
        LOG.warnf("Restarting everything unwell=%d symptoms=%s", restart.unwell(), situation.symptoms());
        entries.add(new RemedyDecided(
                id,
                Optional.empty(),
                EVERYTHING,
                Optional.empty(),
                "restart_all",
                false,
                restart.unwell() + " services give no results",
                situation.at()));
        alert(
                Severity.CRITICAL,
                "SYSTEM_RESTARTED",
                "Everything is restarted: nothing smaller helped",
                Map.of("unwell", Integer.toString(restart.unwell())));
        return new OpenRemedy(id, Optional.empty());
    }

    private void alert(Severity severity, String code, String message, Map<String, String> facts) {
        entries.add(new AlertRaised(ids.get(), severity, code, message, facts));
    }

    private static String key(Withheld each) {
        return switch (each.reason()) {
            case SYSTEM_RESTARTED_LATELY, SYSTEM_RESTART_WITHHELD -> EVERYTHING;
            default -> each.service().value();
        };
    }
}
