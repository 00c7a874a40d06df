package io.recio.failuredetector.detection;

import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.DetectorHistory;
import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.DetectorRules;
import io.recio.domain.health.Mandate;
import io.recio.domain.health.Remedy;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.incident.Announcer;
import io.recio.failuredetector.incident.IncidentBook;
import io.recio.failuredetector.incident.IncidentKeeper;
import io.recio.failuredetector.incident.Journal;
import io.recio.failuredetector.incident.JournalEntry;
import io.recio.failuredetector.incident.JournalEntry.AlertRaised;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.incident.JournalEntry.RemedyEnded;
import io.recio.failuredetector.observation.Look;
import io.recio.failuredetector.observation.Observer;
import io.recio.failuredetector.policy.PolicySource;
import io.recio.failuredetector.request.RequestRules;
import io.recio.failuredetector.request.RequestStore;
import io.recio.failuredetector.request.RequestVerdict;
import io.recio.failuredetector.request.SystemRequest;
import io.recio.failuredetector.runtime.RunningInstance;
import io.recio.servicekit.ServiceIdentity;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.system.AlertStore.Severity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One look after another: observe, decide, remember, act, write down. All on the detector's own thread. */
@Singleton
class DetectionDesk {

    private static final Logger LOG = Logger.getLogger(DetectionDesk.class);

    /** More than this is forgotten, the oldest first; months of outage at one change a minute. */
    private static final int MOST_UNWRITTEN = 10_000;

    private final Observer observer;
    private final DetectorMemory memory;
    private final Journal journal;
    private final RequestStore requests;
    private final Restarts restarts;
    private final DetectorMetrics metrics;
    private final SystemClock clock;
    private final PolicySource policies;
    private final Announcer announcer;
    private final String self;
    private final Supplier<UUID> ids;

    private Remembered remembered = Remembered.NOTHING;
    private List<JournalEntry> unwritten = new ArrayList<>();

    @Inject
    DetectionDesk(
            Observer observer,
            DetectorMemory memory,
            Journal journal,
            RequestStore requests,
            Restarts restarts,
            DetectorMetrics metrics,
            SystemClock clock,
            PolicySource policies,
            Announcer announcer,
            ServiceIdentity identity) {
        this(
                observer,
                memory,
                journal,
                requests,
                restarts,
                metrics,
                clock,
                policies,
                announcer,
                identity.instance(),
                UUID::randomUUID);
    }

    DetectionDesk(
            Observer observer,
            DetectorMemory memory,
            Journal journal,
            RequestStore requests,
            Restarts restarts,
            DetectorMetrics metrics,
            SystemClock clock,
            PolicySource policies,
            Announcer announcer,
            String self,
            Supplier<UUID> ids) {
        this.observer = observer;
        this.memory = memory;
        this.journal = journal;
        this.requests = requests;
        this.restarts = restarts;
        this.metrics = metrics;
        this.clock = clock;
        this.policies = policies;
        this.announcer = announcer;
        this.self = self;
        this.ids = ids;
    }

    /** Begins where the last leader left off. */
    void recover(Remembered known) {
        remembered = known;
        unwritten = new ArrayList<>(known.unwritten());
        memory.save(known);
    }

    /** @return whether the database was up */
    boolean look() {
        long began = clock.nanos();
        Look look = observer.look();
        List<Symbol> symbols = look.symbols().filter(known -> !known.isEmpty()).orElse(remembered.symbols());
        DetectorPolicy policy = policies.policy(symbols);
        Optional<RestartPlan> plan = remembered.plan();
        if (look.isDatabaseUp()) {
            plan = answerRequests(look, policy);
        }
        DetectorDecision decision = plan.map(each -> DetectorRules.reconcile(
                        look.observed().withMandate(Mandate.WAIT), policy, remembered.history()))
                .orElseGet(() -> DetectorRules.reconcile(look.observed(), policy, remembered.history()));
        IncidentKeeper keeper = new IncidentKeeper(remembered.book(), look, decision, policy.patience(), ids);
        Remembered next = next(keeper, look, symbols, decision, plan);
        boolean kept = memory.save(next);
        if (kept || decision.remedy().isEmpty()) {
            remembered = next;
            tell(keeper.entries());
        } else {
            LOG.warnf("Remedy not taken, it could not be remembered remedy=%s", decision.remedy());
        }
        if (kept) {
            decision.remedy().ifPresent(remedy -> act(remedy, look, policy));
            remembered.plan().ifPresent(each -> goOn(each, look, decision, policy));
        }
        if (look.isDatabaseUp()) {
            write();
        }
        metrics.looked(Duration.ofNanos(clock.nanos() - began), decision);
        return look.isDatabaseUp();
    }

    /** At a graceful stop. */
    void farewell() {
        LOG.infof(
                "Watching ends openIncidents=%s unwritten=%d",
                remembered.book().incidents().keySet(), unwritten.size());
    }

    /** What is remembered if this look's decision is carried out. */
    private Remembered next(
            IncidentKeeper keeper,
            Look look,
            List<Symbol> symbols,
            DetectorDecision decision,
            Optional<RestartPlan> plan) {
        IncidentBook book = keeper.follow();
        List<JournalEntry> waiting = new ArrayList<>(unwritten);
        waiting.addAll(keeper.entries());
        return new Remembered(
                remembered.epoch(),
                symbols,
                decision.history(),
                book,
                plan,
                remembered.outlook().next(look, decision).with(keeper.entries()),
                waiting);
    }

    /** Tests alerts at any time; while nothing is being restarted, answers what is refused and accepts at most one. */
    private Optional<RestartPlan> answerRequests(Look look, DetectorPolicy policy) {
        RequestRules rules = new RequestRules(look, policy, remembered.history());
        Optional<RestartPlan> plan = remembered.plan();
        try {
            for (SystemRequest request : requests.open()) {
                if (plan.isPresent() && request.kind() != SystemRequest.Kind.TEST_ALERT) {
                    continue;
                }
                switch (rules.judge(request)) {
                    case RequestVerdict.Refused refused -> {
                        LOG.infof(
                                "Request refused kind=%s service=%s reason='%s'",
                                request.kind(), request.service().orElse("all"), refused.reason());
                        requests.answer(request.id(), false, refused.reason());
                    }
                    case RequestVerdict.Tested tested -> test(request, tested);
                    case RequestVerdict.Accepted accepted ->
                        plan = Optional.of(accept(
                                request, accepted.instances(), look.observed().at()));
                }
            }
        } catch (DatabaseUnavailable e) {
            LOG.debugf("Requests wait reason=%s", e.getMessage());
        }
        return plan;
    }

    /** Under the request's own id: whatever fails between the alert and its answer, it is raised once. */
    private void test(SystemRequest request, RequestVerdict.Tested tested) {
        LOG.infof("Alerts are tested by=%s", request.onBehalfOf().orElse(request.requestedBy()));
        journal.write(
                List.of(new AlertRaised(request.id(), Severity.INFO, "TEST_ALERT", tested.message(), tested.facts())));
        requests.answer(request.id(), true, "the alert is raised and goes to every channel");
    }

    private RestartPlan accept(SystemRequest request, List<RunningInstance> instances, SystemTime at) {
        UUID remedy = ids.get();
        boolean all = request.kind() == SystemRequest.Kind.RESTART_ALL;
        String asker = request.onBehalfOf().orElse(request.requestedBy());
        LOG.infof("Request accepted kind=%s instances=%d by=%s", request.kind(), instances.size(), asker);
        List<JournalEntry> entries = List.of(new RemedyDecided(
                remedy,
                Optional.empty(),
                all ? "everything" : instances.getFirst().service().value(),
                instances.size() == 1 ? Optional.of(instances.getFirst().instance()) : Optional.empty(),
                all ? "restart_all" : "restart",
                false,
                "REQUESTED: by " + asker + ", " + request.reason(),
                at));
        tell(entries);
        remembered = remembered.withOutlook(remembered.outlook().with(entries));
        if (instances.stream().anyMatch(instance -> instance.instance().equals(self))) {
            // There will be nobody left to say that it was done.
            requests.answer(request.id(), true, "the detector restarts itself now");
        }
        return RestartPlan.of(Optional.of(request.id()), remedy, instances);
    }

    private void act(Remedy remedy, Look look, DetectorPolicy policy) {
        switch (remedy) {
            case Remedy.RestartInstance restart -> restarts.restart(restart).ifPresent(reason -> failed(reason, look));
            case Remedy.RollService roll -> restarts.roll(roll).ifPresent(reason -> failed(reason, look));
            case Remedy.RestartSystem restart -> {
                List<RunningInstance> instances = new RequestRules(look, policy, DetectorHistory.NONE).everything();
                if (!instances.isEmpty()) {
                    UUID remedyId =
                            remembered.book().taken().map(taken -> taken.id()).orElseGet(ids);
                    remember(Optional.of(RestartPlan.of(Optional.empty(), remedyId, instances)));
                }
            }
        }
    }

    private void failed(String reason, Look look) {
        remembered
                .book()
                .taken()
                .ifPresent(taken -> tell(List.of(new RemedyEnded(
                        taken.id(), "failed: " + reason, look.observed().at()))));
    }

    private void goOn(RestartPlan plan, Look look, DetectorDecision decision, DetectorPolicy policy) {
        RestartPlan next = restarts.advance(plan, look, decision, policy.startGrace());
        if (!next.isOver()) {
            remember(Optional.of(next));
            return;
        }
        LOG.infof("Restarts are over result='%s'", next.summary());
        boolean done = next.failures().size() < next.restarted();
        try {
            next.request().ifPresent(request -> requests.answer(request, done, next.summary()));
        } catch (DatabaseUnavailable e) {
            // Answered at the next look.
            remember(Optional.of(next));
            return;
        }
        tell(List.of(
                new RemedyEnded(next.remedy(), next.summary(), look.observed().at())));
        remember(Optional.empty());
    }

    private void remember(Optional<RestartPlan> plan) {
        remembered = remembered.withPlan(plan, unwritten);
        memory.save(remembered);
    }

    private void tell(List<JournalEntry> entries) {
        unwritten.addAll(entries);
        metrics.told(entries);
        announcer.announce(entries);
        int surplus = unwritten.size() - MOST_UNWRITTEN;
        if (surplus > 0) {
            unwritten.subList(0, surplus).clear();
        }
        metrics.unwritten(unwritten.size());
    }

    private void write() {
        try {
            journal.write(List.copyOf(unwritten));
            unwritten.clear();
            metrics.unwritten(0);
        } catch (DatabaseUnavailable e) {
            LOG.debugf("Entries wait reason=%s", e.getMessage());
        }
    }
}
