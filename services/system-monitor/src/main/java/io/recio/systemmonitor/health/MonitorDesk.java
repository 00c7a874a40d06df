package io.recio.systemmonitor.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.Desk;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.servicekit.ServiceConfig;
import io.recio.servicekit.ServiceIdentity;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Statements;
import io.recio.storage.system.AlertStore;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.alert.FindingMemory;
import io.recio.systemmonitor.duplicate.Duplicate;
import io.recio.systemmonitor.duplicate.DuplicateRules;
import io.recio.systemmonitor.health.HealthReport.Status;
import io.recio.systemmonitor.machine.Machine;
import io.recio.systemmonitor.notification.AlertCourier;
import io.recio.systemmonitor.resource.NodeReader;
import io.recio.systemmonitor.resource.PodGauge;
import io.recio.systemmonitor.service.Beat;
import io.recio.systemmonitor.service.HeartbeatReader;
import io.recio.systemmonitor.service.Readiness;
import io.recio.systemmonitor.service.ReadinessProbe;
import io.recio.systemmonitor.service.ServiceJudge;
import io.recio.systemmonitor.suspension.SuspensionStore;
import io.recio.systemmonitor.suspension.SuspensionWatch;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks, writes the row, alerts, has duplicates ended, holds auto entry back. */
@Singleton
class MonitorDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(MonitorDesk.class);

    private static final String LIVE = "live";
    private static final String SUSPENDED = "AUTO_ENTRY_SUSPENDED";
    /** The failure detector reads the nodes every 15 s. */
    private static final Duration NODE_LIMIT = Duration.ofMinutes(2);

    private static final Duration ROW_GRACE = Duration.ofSeconds(15);

    private final Database database;
    private final Machine machine;
    private final ReadinessProbe readiness;
    private final MonitorConfig config;
    private final SystemClock clock;
    private final FunctionalHealth health;
    private final Freshness rows;
    private final Findings findings;
    private final DatabaseGauge gauge;
    private final String self;
    private final AlertCourier courier;
    private final HeartbeatReader heartbeats = new HeartbeatReader();
    private final NodeReader nodes = new NodeReader();
    private final HealthStore store = new HealthStore();
    private final SuspensionStore suspensions = new SuspensionStore();
    private final AlertStore alerts = new AlertStore();

    private volatile Status status = Status.HEALTHY;
    private @Nullable Shift shift;

    /** What this instance works with while it is the active one. */
    private static final class Shift {
        private final Fence fence;
        private final ServiceJudge judge;
        private final SuspensionWatch suspension;
        private final FindingMemory told;
        private final PodGauge pods = new PodGauge();
        private List<String> suspects = List.of();
        private boolean close;
        private boolean first = true;
        private long lookedAt;
        private long wroteAt;

        private Shift(Fence fence, ServiceJudge judge, SuspensionWatch suspension, FindingMemory told) {
            this.fence = fence;
            this.judge = judge;
            this.suspension = suspension;
            this.told = told;
        }
    }

    MonitorDesk(
            Database database,
            Machine machine,
            ReadinessProbe readiness,
            MonitorConfig config,
            SystemClock clock,
            FunctionalHealth health,
            ServiceIdentity identity,
            ServiceConfig service,
            AlertCourier courier,
            MeterRegistry metrics) {
        this.database = database;
        this.machine = machine;
        this.readiness = readiness;
        this.config = config;
        this.clock = clock;
        this.health = health;
        this.rows = health.figure("health_row", config.interval().plus(ROW_GRACE));
        this.self = identity.instance();
        this.courier = courier;
        this.gauge = new DatabaseGauge(database, clock, identity.service(), self);
        this.findings = new Findings(config, service.mode().equals(LIVE), self);
        Gauge.builder("system_monitor_status", () -> status.ordinal())
                .description("0 healthy, 1 degraded, 2 critical")
                .register(metrics);
    }

    /** Heartbeats do not notify, and neither do machines: it looks on a timer. */
    @Override
    public Set<String> channels() {
        return Set.of();
    }

    @Override
    public Duration safetyNet() {
        Shift current = shift;
        return current == null ? config.interval() : current.close ? config.closeInterval() : config.interval();
    }

    @Override
    public void recover(Fence fence) {
        boolean suspended = suspensions.isSuspended(database);
        shift = new Shift(
                fence,
                new ServiceJudge(config.beatLimit(), config.startGrace(), clock),
                new SuspensionWatch(config.suspension(), suspended),
                new FindingMemory(config.alerts().clearAfter(), store.openCodes(database), clock.nanos()));
        courier.start(fence);
        LOG.infof("Monitoring interval=%s autoEntrySuspendedByUs=%s", config.interval(), suspended);
    }

    @Override
    public void step() {
        Shift current = shift;
        if (current == null || !current.first && !isDue(current)) {
            return;
        }
        current.lookedAt = clock.nanos();
        HealthReport report = look(current);
        List<Duplicate> sure = sureDuplicates(current, report);
        boolean rowDue = isRowDue(current, report);
        database.fenced(current.fence, statements -> {
            if (rowDue) {
                store.write(statements, report);
            }
            sure.forEach(duplicate -> end(statements, duplicate));
            alert(statements, current, report);
            suspend(statements, current, report);
            return report;
        });
        if (rowDue) {
            current.wroteAt = current.lookedAt;
            rows.good();
        }
        note(current, report);
    }

    @Override
    public void standDown() {
        courier.stop();
        shift = null;
    }

    @Override
    public void finish() {
        LOG.infof("Monitoring ends status=%s", status);
    }

    private boolean isDue(Shift current) {
        return clock.nanos() - current.lookedAt >= safetyNet().toNanos();
    }

    private boolean isRowDue(Shift current, HealthReport report) {
        return current.first
                || report.status() != status
                || current.lookedAt - current.wroteAt >= config.interval().toNanos();
    }

    private HealthReport look(Shift current) {
        List<Beat> beats = heartbeats.beats(database);
        Map<String, Readiness> answers = answers(beats);
        forgetDead(current, beats, answers);
        List<Beat> live = beats.stream().filter(current.judge::lives).toList();
        return new HealthReport(
                clock.now(),
                current.judge.judge(heartbeats.expected(database), beats, answers),
                new ResourceFigures(
                        machine.measure(),
                        current.pods.groups(live, clock.nanos()),
                        current.pods.disks(live),
                        nodes.nodes(database, NODE_LIMIT)),
                gauge.measure(),
                store.network(database, live),
                DuplicateRules.find(live, heartbeats.leases(database), this::replicas));
    }

    /** We ourselves need not be asked. */
    private Map<String, Readiness> answers(List<Beat> beats) {
        Map<String, Readiness> answers = new HashMap<>(readiness.ask(
                beats.stream().filter(beat -> !beat.instance().equals(self)).toList()));
        answers.put(self, Readiness.READY);
        return answers;
    }

    private int replicas(String service) {
        return config.replicas().getOrDefault(service, config.defaultReplicas());
    }

    private void forgetDead(Shift current, List<Beat> beats, Map<String, Readiness> answers) {
        List<String> dead = beats.stream()
                .filter(beat -> beat.age().compareTo(config.forgetAfter()) > 0)
                .map(Beat::instance)
                .filter(instance -> switch (answers.getOrDefault(instance, Readiness.SILENT)) {
                    case SILENT, REPLACED -> true;
                    case READY, NOT_READY -> false;
                })
                .toList();
        if (!dead.isEmpty()) {
            int forgotten = database.fenced(
                    current.fence, statements -> heartbeats.forget(statements, dead, config.forgetAfter()));
            LOG.infof("Heartbeats of dead instances deleted count=%d", forgotten);
        }
    }

    /** Found at two looks in a row: a killed instance's last heartbeat is no duplicate. */
    private List<Duplicate> sureDuplicates(Shift current, HealthReport report) {
        List<Duplicate> sure = report.duplicates().stream()
                .filter(duplicate -> current.suspects.contains(duplicate.instance()))
                .toList();
        current.suspects = report.duplicates().stream().map(Duplicate::instance).toList();
        return sure;
    }

    private void end(Statements statements, Duplicate duplicate) {
        if (store.askToEnd(statements, duplicate)) {
            LOG.warnf(
                    "Asked to end a duplicate service=%s instance=%s reason='%s'",
                    duplicate.service(), duplicate.instance(), duplicate.reason());
        }
    }

    /** Raises what is new and resolves what has ended. */
    private void alert(Statements statements, Shift current, HealthReport report) {
        for (Finding finding : current.told.due(findings.of(report), current.lookedAt)) {
            LOG.warnf("Alert raised code=%s message='%s'", finding.code(), finding.message());
            alerts.raise(
                    statements,
                    UUID.randomUUID(),
                    finding.severity(),
                    finding.code(),
                    finding.message(),
                    finding.facts());
        }
        for (String code : current.told.ended(current.lookedAt)) {
            LOG.infof("Alert resolved code=%s", code);
            alerts.resolve(statements, code);
        }
    }

    private void suspend(Statements statements, Shift current, HealthReport report) {
        Optional<String> critical = report.criticalFailure();
        switch (current.suspension.look(critical, current.lookedAt)) {
            case NOTHING -> {
                // Stands as it is.
            }
            case SUSPEND -> {
                String reason = critical.orElseThrow();
                LOG.warnf("Auto entry suspended reason='%s'", reason);
                suspensions.suspend(statements, reason);
                tell(statements, Severity.CRITICAL, SUSPENDED, "Auto entry is held back", reason);
            }
            case RESTORE -> {
                LOG.infof(
                        "Auto entry no longer suspended wellFor=%s",
                        config.suspension().restoreAfter());
                suspensions.restore(statements);
                alerts.resolve(statements, SUSPENDED);
                tell(statements, Severity.INFO, "AUTO_ENTRY_RESTORED", "Auto entry is as the operator set it", "well");
            }
        }
    }

    private void tell(Statements statements, Severity severity, String code, String message, String reason) {
        alerts.raise(statements, UUID.randomUUID(), severity, code, message, Map.of("reason", reason));
    }

    private void note(Shift current, HealthReport report) {
        if (report.status() != status) {
            LOG.infof(
                    "Status changed from=%s to=%s critical='%s'",
                    status, report.status(), report.criticalFailure().orElse("none"));
        }
        status = report.status();
        current.first = false;
        current.close = status == Status.CRITICAL || !report.duplicates().isEmpty() || current.suspension.isSuspended();
        health.worked();
    }
}
