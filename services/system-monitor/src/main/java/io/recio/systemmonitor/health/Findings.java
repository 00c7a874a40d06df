package io.recio.systemmonitor.health;

import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.duplicate.Duplicate;
import io.recio.systemmonitor.machine.MachineFigures;
import io.recio.systemmonitor.service.ServiceHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What of a report deserves attention. Pure. */
final class Findings {

    private final MonitorConfig.Alerts config;
    private final Duration certain;

    Findings(MonitorConfig config) {
        this.config = config.alerts();
        this.certain = config.closeInterval();
    }

    List<Finding> of(HealthReport report) {
        List<Finding> findings = new ArrayList<>();
        machine(report.machine(), findings);
        report.database()
                .commitMs()
                .filter(millis -> millis > config.commitLimit().toMillis())
                .ifPresent(millis -> findings.add(new Finding(
                        "commit",
                        Severity.WARNING,
                        "COMMIT_SLOW",
                        "A commit took " + millis + " ms",
                        Map.of("commitMs", millis),
                        Duration.ZERO)));
        report.services().stream()
                .filter(service -> service.state().compareTo(ServiceHealth.State.STARTING) > 0)
                .forEach(service -> findings.add(unwell(service)));
        report.duplicates().forEach(duplicate -> findings.add(duplicate(duplicate)));
        return findings;
    }

    private void machine(MachineFigures machine, List<Finding> findings) {
        double cpu = machine.cpuPercent().orElse(0);
        if (cpu > config.cpuPercent()) {
            findings.add(used("cpu", Severity.WARNING, "CPU_HIGH", "CPU", cpu, config.cpuLasting()));
        }
        if (machine.memoryPercent() > config.memoryPercent()) {
            findings.add(
                    used("memory", Severity.WARNING, "MEMORY_HIGH", "Memory", machine.memoryPercent(), Duration.ZERO));
        }
        double disk = machine.disk().percent();
        if (disk > config.diskCriticalPercent()) {
            findings.add(used("disk-full", Severity.CRITICAL, "DISK_FULL", "Disk", disk, Duration.ZERO));
        }
        if (disk > config.diskPercent()) {
            findings.add(used("disk", Severity.WARNING, "DISK_HIGH", "Disk", disk, Duration.ZERO));
        }
    }

    private Finding unwell(ServiceHealth service) {
        return new Finding(
                "service " + service.service(),
                service.isCriticalFailure() ? Severity.CRITICAL : Severity.WARNING,
                "SERVICE_UNWELL",
                service.service() + " is " + service.state().name().toLowerCase(Locale.ROOT) + ": " + service.reason(),
                Map.of("service", service.service(), "state", service.state().name(), "reason", service.reason()),
                config.serviceLasting());
    }

    private Finding duplicate(Duplicate duplicate) {
        return new Finding(
                "duplicate " + duplicate.instance(),
                Severity.WARNING,
                "DUPLICATE_INSTANCE",
                duplicate.service() + " has an instance too many",
                Map.of(
                        "service", duplicate.service(),
                        "instance", duplicate.instance(),
                        "reason", duplicate.reason()),
                certain);
    }

    private static Finding used(
            String key, Severity severity, String code, String what, double percent, Duration lasting) {
        return new Finding(
                key, severity, code, what + " is used to " + percent + " %", Map.of("percent", percent), lasting);
    }
}
