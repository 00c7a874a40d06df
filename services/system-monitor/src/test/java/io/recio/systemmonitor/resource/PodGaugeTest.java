package io.recio.systemmonitor.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.recio.systemmonitor.Beats;
import io.recio.systemmonitor.service.Beat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PodGaugeTest {

    private final PodGauge gauge = new PodGauge();

    @Test
    void measuresProcessorsAgainstTheLimitBetweenTwoLooks() {
        GroupFigures first =
                gauge.groups(List.of(pod("main-app-0", "1:1", 1_000)), at(0)).getFirst();
        assertThat(first.cpuPercent()).isEqualTo(OptionalDouble.empty());
        GroupFigures second =
                gauge.groups(List.of(pod("main-app-0", "1:1", 8_200)), at(15)).getFirst();
        assertThat(second)
                .isEqualTo(new GroupFigures(
                        "boot/1:1",
                        List.of("main-app-0"),
                        Optional.of(43L),
                        Optional.of(50L),
                        OptionalDouble.of(86.0),
                        Optional.of(500L),
                        OptionalDouble.of(96.0)));
    }

    @Test
    void startsAnewWithANewPod() {
        gauge.groups(List.of(pod("main-app-0", "1:1", 1_000)), at(0));
        gauge.groups(List.of(pod("main-app-1", "1:2", 9_000)), at(15));
        assertThat(gauge.groups(List.of(pod("main-app-0", "1:1", 9_000)), at(30))
                        .getFirst()
                        .cpuPercent())
                .isEqualTo(OptionalDouble.empty());
    }

    @Test
    void countsOnceWhatInstancesShareAndBelievesTheNewestHeartbeat() {
        Beat old = Beats.of("main-app", "main-app-0")
                .using(resources("1:1", 70))
                .aged(Duration.ofSeconds(2))
                .beat();
        Beat fresh = Beats.of("trade-manager", "trade-manager-0")
                .using(resources("1:1", 80))
                .beat();
        assertThat(gauge.groups(List.of(fresh, old), at(0)))
                .extracting(GroupFigures::instances, GroupFigures::memoryBytes)
                .containsExactly(tuple(List.of("main-app-0", "trade-manager-0"), Optional.of(80L)));
    }

    @Test
    void saysNothingOfALimitThatThereIsNot() {
        Beat beat = Beats.of("main-app", "main-app-0")
                .using("{\"node\": \"boot\", \"group\": {\"id\": \"1:1\", \"memoryBytes\": 9, \"cpuMillis\": 7}}")
                .beat();
        gauge.groups(List.of(beat), at(0));
        GroupFigures figures = gauge.groups(List.of(beat), at(15)).getFirst();
        assertThat(figures.memoryLimitBytes()).isEmpty();
        assertThat(figures.memoryPercent()).isEqualTo(OptionalDouble.empty());
        assertThat(figures.cpuPercent()).isEqualTo(OptionalDouble.empty());
        assertThat(gauge.groups(List.of(Beats.of("main-app", "main-app-0").beat()), at(30)))
                .as("a release that does not measure yet")
                .isEmpty();
    }

    @Test
    void countsADiskOncePerNode() {
        List<DiskFigures> disks = gauge.disks(List.of(
                disk("a", "one", "9", 50),
                disk("b", "one", "9", 50),
                disk("c", "two", "9", 60),
                disk("d", "one", "8", 70)));
        assertThat(disks)
                .containsExactly(
                        new DiskFigures("one/8", List.of("d"), "/data", 70, 100, 30),
                        new DiskFigures("one/9", List.of("a", "b"), "/data", 50, 100, 50),
                        new DiskFigures("two/9", List.of("c"), "/data", 60, 100, 40));
    }

    private static Beat pod(String instance, String group, long cpuMillis) {
        return Beats.of("main-app", instance)
                .using("{\"node\": \"boot\", \"group\": {\"id\": \"" + group + "\", \"memoryBytes\": 43,"
                        + " \"memoryLimitBytes\": 50, \"cpuMillis\": " + cpuMillis + ", \"cpuLimitMillis\": 500}}")
                .beat();
    }

    private static String resources(String group, long memory) {
        return "{\"node\": \"boot\", \"group\": {\"id\": \"" + group + "\", \"memoryBytes\": " + memory + "}}";
    }

    private static Beat disk(String instance, String node, String id, int percent) {
        return Beats.of("main-app", instance)
                .using("{\"node\": \"" + node + "\", \"disk\": {\"id\": \"" + id
                        + "\", \"path\": \"/data\", \"percent\": " + percent + ", \"totalBytes\": 100, \"freeBytes\": "
                        + (100 - percent) + "}}")
                .beat();
    }

    private static long at(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
