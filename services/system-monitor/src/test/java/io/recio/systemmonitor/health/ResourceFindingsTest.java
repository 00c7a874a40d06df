package io.recio.systemmonitor.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.alert.Finding;
import io.recio.systemmonitor.machine.MachineFigures;
import io.recio.systemmonitor.resource.DiskFigures;
import io.recio.systemmonitor.resource.GroupFigures;
import io.recio.systemmonitor.resource.NodeFigures;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResourceFindingsTest {

    private static final MachineFigures CALM =
            new MachineFigures(OptionalDouble.empty(), 10, 100, 90, 0, new MachineFigures.Disk("/data", 95, 100, 5));

    private final ResourceFindings findings = new ResourceFindings(
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(MonitorConfig.class)
                    .build()
                    .getConfigMapping(MonitorConfig.class)
                    .alerts(),
            "monitor-0");

    @Test
    void namesThePodThatUsesTooMuchAndGivesItsProcessorsTwoMinutes() {
        GroupFigures group = new GroupFigures(
                "n/1:1",
                List.of("main-app-0"),
                Optional.of(86L),
                Optional.of(100L),
                OptionalDouble.of(86),
                Optional.of(500L),
                OptionalDouble.of(90.1));
        assertThat(of(List.of(group), List.of(), List.of()))
                .containsExactly(
                        new Finding(
                                "cpu n/1:1",
                                Severity.WARNING,
                                "CPU_HIGH",
                                "CPU of main-app-0 is used to 90.1 %",
                                Map.of("instances", List.of("main-app-0"), "percent", 90.1),
                                Duration.ofMinutes(2)),
                        new Finding(
                                "memory n/1:1",
                                Severity.WARNING,
                                "MEMORY_HIGH",
                                "Memory of main-app-0 is used to 86.0 %",
                                Map.of("instances", List.of("main-app-0"), "percent", 86.0),
                                Duration.ZERO));
    }

    @Test
    void tellsOfASharedDiskOnceAndOfTheMachinesOwnNotAgain() {
        DiskFigures shared = new DiskFigures("n/9", List.of("a-0", "b-0", "c-0"), "/data", 90.1, 100, 10);
        DiskFigures own = new DiskFigures("n/8", List.of("d-0", "monitor-0"), "/data", 95, 100, 5);
        assertThat(of(List.of(), List.of(shared, own), List.of()))
                .extracting(Finding::code, Finding::severity, Finding::message)
                .containsExactly(
                        tuple("DISK_FULL", Severity.CRITICAL, "Disk of a-0 and 2 more is used to 90.1 %"),
                        tuple("DISK_HIGH", Severity.WARNING, "Disk of a-0 and 2 more is used to 90.1 %"));
    }

    @Test
    void findsNothingOfANodeThatNobodyMeasures() {
        NodeFigures silent = new NodeFigures("worker-1", 0, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
        NodeFigures within = new NodeFigures("worker-2", 0, OptionalDouble.of(90), OptionalDouble.of(85), List.of());
        assertThat(of(List.of(), List.of(), List.of(silent, within))).isEmpty();
    }

    @Test
    void tellsWhatANodeLacks() {
        NodeFigures node = new NodeFigures(
                "worker-1", 0, OptionalDouble.of(90.1), OptionalDouble.of(85.1), List.of("DiskPressure", "NotReady"));
        assertThat(of(List.of(), List.of(), List.of(node)))
                .extracting(Finding::message)
                .containsExactly(
                        "CPU of node worker-1 is used to 90.1 %",
                        "Memory of node worker-1 is used to 85.1 %",
                        "Node worker-1 lacks room: DiskPressure, NotReady");
    }

    /** Without what is found of the machine's own disk. */
    private List<Finding> of(List<GroupFigures> groups, List<DiskFigures> disks, List<NodeFigures> nodes) {
        List<Finding> found = findings.of(new ResourceFigures(CALM, groups, disks, nodes));
        assertThat(found.subList(0, 2)).extracting(Finding::key).containsExactly("disk full", "disk");
        return found.subList(2, found.size());
    }
}
