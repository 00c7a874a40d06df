package io.recio.systemmonitor.health;

import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.duplicate.Duplicate;
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
    private final ResourceFindings resources;
    private final DatabaseFindings database;

    /**
     * @param live whether money is
     * @param self the monitor's own instance, whose disk is the machine's
     */
    Findings(MonitorConfig config, boolean live, String self) {
        this.config = config.alerts();
        this.resources = new ResourceFindings(config.alerts(), self);
        this.database = new DatabaseFindings(config.alerts().database(), live);
        this.certain = config.closeInterval();
    }

    List<Finding> of(HealthReport report) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(resources.of(report.resources()));
        findings.addAll(database.of(report.database()));
        report.services().stream()
                .filter(service -> service.state().compareTo(ServiceHealth.State.STARTING) > 0)
                .forEach(service -> findings.add(unwell(service)));
        report.duplicates().forEach(duplicate -> findings.add(duplicate(duplicate)));
        return findings;
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
}
