package io.recio.systemmonitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.time.SystemTime;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.alert.FindingMemory;
import io.recio.systemmonitor.duplicate.Duplicate;
import io.recio.systemmonitor.health.HealthReport.Status;
import io.recio.systemmonitor.machine.MachineFigures;
import io.recio.systemmonitor.service.ServiceHealth;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final SystemTime AT = SystemTime.of(Instant.parse("2026-11-22T12:00:00Z"));
    private static final MonitorConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(MonitorConfig.class)
            .build()
            .getConfigMapping(MonitorConfig.class);

    private final Findings findings = new Findings(CONFIG, false, "monitor-0");
    private final FindingMemory memory = new FindingMemory(Duration.ofMinutes(2), Set.of(), 0);

    @Test
    void findsNothingWhereAllIsWithinItsLimits() {
        HealthReport report = report(machine(90, 85, 80), List.of(), List.of());
        assertThat(findings.of(report)).isEmpty();
        assertThat(report.status()).isEqualTo(Status.HEALTHY);
    }

    @Test
    void tellsOfProcessorsOnlyAfterTwoMinutes() {
        List<Finding> found = findings.of(report(machine(90.1, 10, 10), List.of(), List.of()));
        assertThat(memory.due(found, at(0))).isEmpty();
        assertThat(memory.due(found, at(119))).isEmpty();
        assertThat(memory.due(found, at(120))).extracting(Finding::code).containsExactly("CPU_HIGH");
        assertThat(memory.due(found, at(135))).isEmpty();
    }

    @Test
    void countsTheTwoMinutesAnewAfterACalmMoment() {
        List<Finding> found = findings.of(report(machine(95, 10, 10), List.of(), List.of()));
        memory.due(found, at(0));
        memory.due(List.of(), at(60));
        assertThat(memory.due(found, at(120))).isEmpty();
        assertThat(memory.due(found, at(240))).hasSize(1);
    }

    @Test
    void endsOnlyWhatStaysAwayAndTellsItAnewWhenItComesBack() {
        List<Finding> found = findings.of(report(machine(0, 86, 0), List.of(), List.of()));
        assertThat(memory.due(found, at(0))).hasSize(1);
        memory.due(List.of(), at(15));
        assertThat(memory.ended(at(15))).isEmpty();
        assertThat(memory.due(found, at(30))).as("it comes and goes").isEmpty();
        memory.due(List.of(), at(149));
        assertThat(memory.ended(at(149))).isEmpty();
        memory.due(List.of(), at(150));
        assertThat(memory.ended(at(150))).containsExactly("MEMORY_HIGH");
        assertThat(memory.ended(at(165))).isEmpty();
        assertThat(memory.due(found, at(180))).hasSize(1);
    }

    @Test
    void endsWhatAFormerInstanceToldUnlessItLasts() {
        FindingMemory next = new FindingMemory(Duration.ofMinutes(2), Set.of("MEMORY_HIGH", "DISK_HIGH"), at(0));
        List<Finding> lasting = findings.of(report(machine(0, 86, 0), List.of(), List.of()));
        next.due(lasting, at(0));
        assertThat(next.ended(at(0))).isEmpty();
        next.due(lasting, at(120));
        assertThat(next.ended(at(120))).containsExactly("DISK_HIGH");
        next.due(List.of(), at(240));
        assertThat(next.ended(at(240))).containsExactly("MEMORY_HIGH");
    }

    @Test
    void endsACodeOnlyWhenNothingOfItIsLeft() {
        ServiceHealth one = new ServiceHealth("main-app", ServiceHealth.State.DOWN, false, "gone", List.of());
        ServiceHealth other = new ServiceHealth("trade-manager", ServiceHealth.State.DOWN, true, "gone", List.of());
        List<Finding> both = findings.of(report(machine(0, 0, 0), List.of(one, other), List.of()));
        memory.due(both, at(0));
        assertThat(memory.due(both, at(30))).hasSize(2);
        memory.due(both.subList(1, 2), at(200));
        assertThat(memory.ended(at(200))).isEmpty();
        memory.due(List.of(), at(320));
        assertThat(memory.ended(at(320))).containsExactly("SERVICE_UNWELL");
    }

    @Test
    void tellsOfMemoryAndDiskAtOnce() {
        List<Finding> found = findings.of(report(machine(0, 85.1, 80.1), List.of(), List.of()));
        assertThat(memory.due(found, at(0))).extracting(Finding::code).containsExactly("MEMORY_HIGH", "DISK_HIGH");
    }

    @Test
    void tellsAgainOnceTheDiskIsFull() {
        memory.due(findings.of(report(machine(0, 0, 81), List.of(), List.of())), at(0));
        List<Finding> due = memory.due(findings.of(report(machine(0, 0, 90.1), List.of(), List.of())), at(15));
        assertThat(due).extracting(Finding::code).containsExactly("DISK_FULL");
        assertThat(due.getFirst().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(due.getFirst().message()).isEqualTo("Disk is used to 90.1 %");
    }

    @Test
    void tellsOfAServiceThatDoesNotRecover() {
        ServiceHealth down =
                new ServiceHealth("trade-executor", ServiceHealth.State.DOWN, true, "no instance is active", List.of());
        HealthReport report = report(machine(0, 0, 0), List.of(down), List.of());
        assertThat(report.status()).isEqualTo(Status.CRITICAL);
        assertThat(report.criticalFailure()).contains("trade-executor: no instance is active");
        assertThat(memory.due(findings.of(report), at(0))).isEmpty();
        List<Finding> due = memory.due(findings.of(report), at(30));
        assertThat(due).extracting(Finding::message).containsExactly("trade-executor is down: no instance is active");
    }

    @Test
    void findsDuplicatesDegrading() {
        HealthReport report =
                report(machine(0, 0, 0), List.of(), List.of(new Duplicate("trade-manager", "m-1", "2 instances live")));
        assertThat(report.status()).isEqualTo(Status.DEGRADED);
        assertThat(memory.due(findings.of(report), at(0))).isEmpty();
        assertThat(memory.due(findings.of(report), at(5)))
                .extracting(Finding::code)
                .containsExactly("DUPLICATE_INSTANCE");
    }

    private static MachineFigures machine(double cpu, double memory, double disk) {
        return new MachineFigures(
                OptionalDouble.of(cpu), memory, 100, 100, 0, new MachineFigures.Disk("/data", disk, 100, 100));
    }

    private static HealthReport report(
            MachineFigures machine, List<ServiceHealth> services, List<Duplicate> duplicates) {
        return new HealthReport(
                AT,
                services,
                new ResourceFigures(machine, List.of(), List.of(), List.of()),
                new DatabaseFigures(1, 1, 100, 1, List.of()),
                new NetworkFigures(Optional.empty(), List.of()),
                duplicates);
    }

    private static long at(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
