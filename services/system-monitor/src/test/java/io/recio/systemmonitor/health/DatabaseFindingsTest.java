package io.recio.systemmonitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.health.DatabaseFigures.Standby;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseFindingsTest {

    private static final Standby FAR =
            new Standby("far", Optional.of("streaming"), Optional.of(false), Optional.of(4096L), Optional.of(10_001L));
    private static final Standby NEAR =
            new Standby("near", Optional.of("streaming"), Optional.of(true), Optional.of(0L), Optional.empty());
    private static final Standby UNTOLD =
            new Standby("process 42", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void findsNothingWhereAllIsWithinItsLimits() {
        assertThat(of(Map.of(), true, new DatabaseFigures(1L << 40, 160, 200, 1_000, List.of(NEAR))))
                .isEmpty();
        assertThat(of(Map.of(), true, new DatabaseFigures(1, 1, 100, 1, List.of())))
                .as("one server alone is a choice")
                .isEmpty();
    }

    @Test
    void tellsOfASlowCommitAtOnceAndOfConnectionsWhenTheyLast() {
        List<Finding> found = of(Map.of(), false, new DatabaseFigures(1, 161, 200, 1_001, List.of()));
        assertThat(found)
                .containsExactly(
                        new Finding(
                                "commit",
                                Severity.WARNING,
                                "COMMIT_SLOW",
                                "A commit takes longer than 1000 ms",
                                Map.of("commitMs", 1_001L),
                                Duration.ZERO),
                        new Finding(
                                "connections",
                                Severity.WARNING,
                                "CONNECTIONS_HIGH",
                                "More than 80.0 % of the database's connections are in use",
                                Map.of("connections", 161, "maxConnections", 200),
                                Duration.ofSeconds(30)));
    }

    @Test
    void tellsOfADatabaseLargerThanTheLimitThatWasSet() {
        Map<String, String> limit = Map.of("size-limit", "20M");
        assertThat(of(limit, false, new DatabaseFigures(20 << 20, 1, 100, 1, List.of())))
                .isEmpty();
        assertThat(of(limit, false, new DatabaseFigures((20 << 20) + 1, 1, 100, 1, List.of())))
                .extracting(Finding::code)
                .containsExactly("DATABASE_LARGE");
    }

    @Test
    void tellsWhichStandbyIsBehind() {
        List<Finding> found = of(Map.of(), false, new DatabaseFigures(1, 1, 100, 1, List.of(FAR, NEAR)));
        assertThat(found).extracting(Finding::key).containsExactly("standby far");
        assertThat(found.getFirst().message()).isEqualTo("Standby far is behind by more than 10 s");
    }

    @Test
    void tellsWhenFewerStandbysFollowThanThereMustBe() {
        assertThat(of(Map.of("standbys", "2"), false, new DatabaseFigures(1, 1, 100, 1, List.of(NEAR))))
                .containsExactly(new Finding(
                        "standbys",
                        Severity.CRITICAL,
                        "STANDBY_MISSING",
                        "A standby of the database does not follow",
                        Map.of("expected", 2, "found", 1),
                        Duration.ofSeconds(30)));
    }

    @Test
    void wantsASynchronousStandbyOnlyWhereMoneyIsAndOnlyWhenItCanBeTold() {
        DatabaseFigures alone = new DatabaseFigures(1, 1, 100, 1, List.of(FAR));
        assertThat(of(Map.of(), true, alone))
                .extracting(Finding::code)
                .containsExactly("STANDBY_BEHIND", "STANDBY_NOT_SYNCHRONOUS");
        assertThat(of(Map.of(), false, alone)).extracting(Finding::code).containsExactly("STANDBY_BEHIND");
        assertThat(of(Map.of(), true, new DatabaseFigures(1, 1, 100, 1, List.of(FAR, NEAR))))
                .extracting(Finding::code)
                .containsExactly("STANDBY_BEHIND");
        assertThat(of(Map.of(), true, new DatabaseFigures(1, 1, 100, 1, List.of(UNTOLD))))
                .isEmpty();
    }

    private static List<Finding> of(Map<String, String> settings, boolean live, DatabaseFigures figures) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters();
        settings.forEach((key, value) -> builder.withDefaultValue("system-monitor.alerts.database." + key, value));
        MonitorConfig config = builder.withMapping(MonitorConfig.class).build().getConfigMapping(MonitorConfig.class);
        return new DatabaseFindings(config.alerts().database(), live).of(figures);
    }
}
