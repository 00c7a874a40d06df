package io.recio.failuredetector.incident;

import io.recio.domain.health.Condition;
import io.recio.domain.health.Condition.State;
import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.Foundation;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.health.Remedy;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.Withheld;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.incident.IncidentBook.OpenIncident;
import io.recio.failuredetector.incident.IncidentBook.OpenRemedy;
import io.recio.failuredetector.incident.IncidentBook.OpenWithheld;
import io.recio.failuredetector.incident.JournalEntry.AlertRaised;
import io.recio.failuredetector.incident.JournalEntry.IncidentClosed;
import io.recio.failuredetector.incident.JournalEntry.IncidentOpened;
import io.recio.failuredetector.incident.JournalEntry.IncidentWorsened;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.incident.JournalEntry.RemedyEnded;
import io.recio.failuredetector.observation.Look;
import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns one look's decision into what is to be told; each instance is for one look. */
public final class IncidentKeeper {

    private static final Logger LOG = Logger.getLogger(IncidentKeeper.class);

    /** It may yet recover by itself: no incident for that. */
    private static final Set<Withheld.Reason> TENTATIVE =
            EnumSet.of(Withheld.Reason.PATIENCE, Withheld.Reason.DEPENDENCY_SETTLING);

    private static final String EVERYTHING = "everything";

    private final Look look;
    private final DetectorDecision decision;
    private final Duration patience;
    private final Supplier<UUID> ids;
    private final SystemTime at;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final TreeMap<String, OpenIncident> incidents;
    private final TreeMap<String, OpenWithheld> withheld;
    private final TreeMap<String, SystemTime> downSince;
    private final Optional<OpenRemedy> before;
    private final Map<ServiceName, Withheld> held = new TreeMap<>();

    /** @param patience how long something must last before a person is alerted */
    public IncidentKeeper(
            IncidentBook book, Look look, DetectorDecision decision, Duration patience, Supplier<UUID> ids) {
        this.look = look;
        this.decision = decision;
        this.patience = patience;
        this.ids = ids;
        this.at = look.observed().at();
        this.incidents = new TreeMap<>(book.incidents());
        this.withheld = new TreeMap<>(book.withheld());
        this.downSince = new TreeMap<>(book.downSince());
        this.before = book.taken();
        decision.withheld().forEach(each -> held.putIfAbsent(each.service(), each));
    }

    /** The book after this look. {@link #entries()} are what changed. */
    public IncidentBook follow() {
        roots().forEach(this::keepOpen);
        closeWhatIsWell();
        followWithheld();
        return new IncidentBook(incidents, withheld, followTaken(), downSince);
    }

    public List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The causes that are certain, and since when. */
    private Map<String, SystemTime> roots() {
        TreeMap<String, SystemTime> roots = new TreeMap<>();
        downSince
                .keySet()
                .retainAll(
                        look.down().keySet().stream().map(IncidentKeeper::text).toList());
        for (Foundation foundation : look.down().keySet()) {
            // Down twice in a row, so that a single lost answer is no incident.
            SystemTime since = downSince.putIfAbsent(text(foundation), at);
            if (since != null) {
                roots.put(text(foundation), since);
            }
        }
        for (ServiceName cause : decision.causes()) {
            Withheld reason = held.get(cause);
            if (reason == null
                    || !TENTATIVE.contains(reason.reason()) && reason.reason() != Withheld.Reason.FOUNDATION_DOWN) {
                roots.put(
                        cause.value(),
                        decision.history().of(cause).unwellSince().orElse(at));
            }
        }
        return roots;
    }

    private void keepOpen(String root, SystemTime since) {
        OpenIncident open = incidents.get(root);
        IncidentLevel level = level(root);
        if (open == null) {
            open = new OpenIncident(ids.get(), level, since, false);
            LOG.warnf("Incident opened rootCause=%s level=%s symptoms=%s", root, level, symptoms());
            entries.add(new IncidentOpened(open.id(), root, level, symptoms(), since));
        } else if (level.compareTo(open.level()) > 0) {
            entries.add(new IncidentWorsened(open.id(), level, symptoms()));
            open = new OpenIncident(open.id(), level, open.since(), open.alerted());
        }
        if (!open.alerted() && open.since().until(at).compareTo(patience) >= 0) {
            alert(
                    level == IncidentLevel.WARNING ? Severity.WARNING : Severity.CRITICAL,
                    "INCIDENT",
                    "Root cause of a failure is " + root,
                    facts(root, level));
            open = new OpenIncident(open.id(), open.level(), open.since(), true);
        }
        incidents.put(root, open);
    }

    private void closeWhatIsWell() {
        for (String root : List.copyOf(incidents.keySet())) {
            boolean lasts = downSince.containsKey(root) || isService(root) && !isWell(root);
            if (!lasts) {
                OpenIncident open = incidents.remove(root);
                LOG.infof(
                        "Incident closed rootCause=%s lasted=%s",
                        root, open.since().until(at));
                entries.add(new IncidentClosed(open.id(), at));
            }
        }
    }

    private void followWithheld() {
        Set<String> now = new HashSet<>();
        for (Withheld each : decision.withheld()) {
            boolean all = each.reason() == Withheld.Reason.SYSTEM_RESTARTED_LATELY;
            String key = all ? EVERYTHING : each.service().value();
            String reason = each.reason() + ": " + each.detail();
            OpenIncident incident = incidents.get(rootOf(each.service()));
            boolean certain = incident != null || TENTATIVE.contains(each.reason());
            if (!certain || !now.add(key)) {
                continue;
            }
            OpenWithheld open = withheld.get(key);
            if (open != null && open.reason().equals(reason)) {
                continue;
            }
            end(key, "reason changed");
            withhold(key, each, reason, incident, all);
        }
        for (String key : List.copyOf(withheld.keySet())) {
            if (!now.contains(key)) {
                end(key, outcome(key));
            }
        }
    }

    private void withhold(String key, Withheld each, String reason, @Nullable OpenIncident incident, boolean all) {
        OpenWithheld opened = new OpenWithheld(ids.get(), reason);
        withheld.put(key, opened);
        LOG.infof("Remedy withheld service=%s reason='%s' rootCause=%s", key, reason, rootOf(each.service()));
        entries.add(new RemedyDecided(
                opened.id(),
                Optional.ofNullable(incident).map(OpenIncident::id),
                key,
                Optional.empty(),
                all ? "restart_all" : "restart",
                true,
                reason,
                at));
        if (each.reason() == Withheld.Reason.GIVEN_UP) {
            alert(
                    Severity.CRITICAL,
                    "SERVICE_GIVEN_UP",
                    key + " was restarted as often as allowed and needs a person",
                    facts(key, decision.level()));
        }
    }

    private void end(String key, String outcome) {
        OpenWithheld open = withheld.remove(key);
        if (open != null) {
            entries.add(new RemedyEnded(open.id(), outcome, at));
        }
    }

    private String outcome(String key) {
        boolean taken = decision.remedy()
                .filter(remedy -> !(remedy instanceof Remedy.RestartInstance restart)
                        || restart.service().value().equals(key))
                .isPresent();
        if (taken) {
            return "remedy taken";
        }
        return isService(key) && isWell(key) ? "well again" : "no longer due";
    }

    /** The restart of everything is ended by its plan, not here. */
    private Optional<OpenRemedy> followTaken() {
        boolean over =
                decision.remedy().isPresent() || decision.history().inFlight().isEmpty();
        if (over) {
            before.ifPresent(ended -> ended.service().ifPresent(service -> {
                String effect = isWell(service) ? "well again" : "still " + condition(service);
                LOG.infof("Remedy ended service=%s effect='%s'", service, effect);
                entries.add(new RemedyEnded(ended.id(), effect, at));
            }));
        }
        return decision.remedy()
                .<OpenRemedy>map(remedy -> switch (remedy) {
                    case Remedy.RestartInstance restart -> restarting(restart);
                    case Remedy.RestartSystem restart -> restartingAll(restart);
                })
                .or(() -> before.filter(open -> !over));
    }

    private OpenRemedy restarting(Remedy.RestartInstance restart) {
        String service = restart.service().value();
        UUID id = ids.get();
        LOG.warnf(
                "Restarting rootCause=%s instance=%s because=%s symptoms=%s",
                service, restart.instance(), restart.because(), symptoms());
        entries.add(new RemedyDecided(
                id,
                Optional.ofNullable(incidents.get(service)).map(OpenIncident::id),
                service,
                Optional.of(restart.instance()),
                "restart",
                false,
                restart.because().name(),
                at));
        alert(
                Severity.WARNING,
                "SERVICE_RESTARTED",
                service + " is restarted as the root cause",
                Map.of(
                        "service",
                        service,
                        "instance",
                        restart.instance(),
                        "because",
                        restart.because().name()));
        return new OpenRemedy(id, Optional.of(service));
    }

    private OpenRemedy restartingAll(Remedy.RestartSystem restart) {
        UUID id = ids.get();
        LOG.warnf("Restarting everything unwell=%d symptoms=%s", restart.unwell(), symptoms());
        entries.add(new RemedyDecided(
                id,
                Optional.empty(),
                EVERYTHING,
                Optional.empty(),
                "restart_all",
                false,
                restart.unwell() + " services give no results",
                at));
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

    /** Follows what stands in the way to where it begins. */
    private String rootOf(ServiceName service) {
        Withheld reason = held.get(service);
        if (reason == null) {
            return service.value();
        }
        return switch (reason.reason()) {
            case FOUNDATION_DOWN -> reason.detail().toLowerCase(Locale.ROOT);
            case DEPENDENCY_UNWELL -> rootOf(new ServiceName(reason.detail()));
            case DEPENDENCY_SETTLING,
                    RUNTIME_RESTARTS_IT,
                    NOT_RESTARTABLE,
                    PAUSED_BY_OPERATOR,
                    PATIENCE,
                    ORDER_IN_DOUBT,
                    REMEDY_IN_FLIGHT,
                    GIVEN_UP,
                    BACKING_OFF,
                    BUDGET_SPENT,
                    SYSTEM_RESTARTED_LATELY -> service.value();
        };
    }

    private IncidentLevel level(String root) {
        IncidentLevel least = isService(root) ? IncidentLevel.WARNING : IncidentLevel.CRITICAL;
        return decision.level().compareTo(least) > 0 ? decision.level() : least;
    }

    private Map<String, String> facts(String root, IncidentLevel level) {
        TreeMap<String, String> facts = new TreeMap<>(Map.of("rootCause", root, "level", level.name()));
        look.down().forEach((foundation, because) -> facts.put(text(foundation), because));
        if (isService(root)) {
            facts.put("condition", condition(root));
        }
        return facts;
    }

    private Map<String, String> symptoms() {
        TreeMap<String, String> symptoms = new TreeMap<>();
        look.down().forEach((foundation, because) -> symptoms.put(text(foundation), because));
        decision.conditions().forEach((service, condition) -> {
            if (condition.state() != State.WELL) {
                symptoms.put(service.value(), condition(service.value()));
            }
        });
        return symptoms;
    }

    private String condition(String service) {
        ServiceName name = new ServiceName(service);
        Condition condition = decision.conditions().get(name);
        if (condition == null) {
            return "unknown";
        }
        List<String> late = look.lateFigures().getOrDefault(name, List.of());
        return condition.state() + " " + condition.fault() + (late.isEmpty() ? "" : " late=" + late);
    }

    private boolean isService(String root) {
        return decision.conditions().containsKey(new ServiceName(root));
    }

    private boolean isWell(String service) {
        Condition condition = decision.conditions().get(new ServiceName(service));
        return condition != null && condition.state() == State.WELL;
    }

    private static String text(Foundation foundation) {
        return foundation.name().toLowerCase(Locale.ROOT);
    }
}
