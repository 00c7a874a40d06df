package io.recio.systemmonitor.health;

import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.health.DatabaseFigures.Standby;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What about the database deserves attention. Pure. */
final class DatabaseFindings {

    private final MonitorConfig.DatabaseAlerts config;
    private final boolean live;

    /** @param live whether money is: then a standby that no commit waits for is no safety */
    DatabaseFindings(MonitorConfig.DatabaseAlerts config, boolean live) {
        this.config = config;
        this.live = live;
    }

    List<Finding> of(DatabaseFigures figures) {
        List<Finding> findings = new ArrayList<>();
        if (figures.commitMs() > config.commitLimit().toMillis()) {
            findings.add(new Finding(
                    "commit",
                    Severity.WARNING,
                    "COMMIT_SLOW",
                    "A commit takes longer than " + config.commitLimit().toMillis() + " ms",
                    Map.of("commitMs", figures.commitMs()),
                    Duration.ZERO));
        }
        if (figures.connectionsPercent() > config.connectionsPercent()) {
            findings.add(new Finding(
                    "connections",
                    Severity.WARNING,
                    "CONNECTIONS_HIGH",
                    "More than " + config.connectionsPercent() + " % of the database's connections are in use",
                    Map.of("connections", figures.connections(), "maxConnections", figures.maxConnections()),
                    config.lasting()));
        }
        config.sizeLimit()
                .filter(limit -> figures.sizeBytes() > limit.asLongValue())
                .ifPresent(limit -> findings.add(new Finding(
                        "size",
                        Severity.WARNING,
                        "DATABASE_LARGE",
                        "The database is larger than " + limit.asLongValue() + " bytes",
                        Map.of("sizeBytes", figures.sizeBytes()),
                        config.lasting())));
        standbys(figures.standbys(), findings);
        return findings;
    }

    private void standbys(List<Standby> standbys, List<Finding> findings) {
        if (standbys.size() < config.standbys()) {
            findings.add(new Finding(
                    "standbys",
                    Severity.CRITICAL,
                    "STANDBY_MISSING",
                    "A standby of the database does not follow",
                    Map.of("expected", config.standbys(), "found", standbys.size()),
                    config.lasting()));
        }
        for (Standby standby : standbys) {
            standby.lagMs()
                    .filter(millis -> millis > config.standbyLag().toMillis())
                    .ifPresent(millis -> findings.add(new Finding(
                            "standby " + standby.name(),
                            Severity.WARNING,
                            "STANDBY_BEHIND",
                            "Standby " + standby.name() + " is behind by more than "
                                    + config.standbyLag().toSeconds() + " s",
                            Map.of("standby", standby.name(), "lagMs", millis),
                            config.lasting())));
        }
        // What the server does not tell us is no reason to alarm.
        boolean known = !standbys.isEmpty()
                && standbys.stream().allMatch(each -> each.synchronous().isPresent());
        if (live
                && known
                && standbys.stream().noneMatch(each -> each.synchronous().orElseThrow())) {
            findings.add(new Finding(
                    "synchronous",
                    Severity.CRITICAL,
                    "STANDBY_NOT_SYNCHRONOUS",
                    "No standby of the database is synchronous",
                    Map.of("standbys", standbys.stream().map(Standby::name).toList()),
                    config.lasting()));
        }
    }
}
