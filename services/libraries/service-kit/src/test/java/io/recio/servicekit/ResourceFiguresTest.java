package io.recio.servicekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFiguresTest {

    @TempDir
    Path directory;

    private ResourceFigures figures;

    @BeforeEach
    void boot() {
        write("proc/sys/kernel/random/boot_id", "6e56c0fe-b48f\n");
        figures = new ResourceFigures(
                directory.resolve("proc"), directory.resolve("cgroup"), directory.resolve("data/not/there/yet"));
    }

    @Test
    void readsTheSecondVersionInsideAPod() {
        second("cgroup/");
        write("proc/self/cgroup", "0::/\n");
        JsonObject group = group();
        assertThat(group.remove("id").toString()).matches("\\d+:\\d+");
        assertThat(group)
                .isEqualTo(new JsonObject()
                        .put("memoryBytes", 700L)
                        .put("memoryLimitBytes", 1_000L)
                        .put("cpuMillis", 12L)
                        .put("cpuLimitMillis", 500L));
    }

    @Test
    void readsTheOwnGroupOfAProcessOnABareMachine() {
        write("cgroup/cgroup.controllers", "cpu memory");
        second("cgroup/recio.slice/");
        write("proc/self/cgroup", "0::/recio.slice\n");
        assertThat(group().getLong("memoryLimitBytes")).isEqualTo(1_000L);
    }

    @Test
    void leavesOutLimitsThatThereAreNot() {
        second("cgroup/");
        write("cgroup/memory.max", "max\n");
        write("cgroup/cpu.max", "max 100000\n");
        JsonObject group = group();
        group.remove("id");
        assertThat(group).isEqualTo(new JsonObject().put("memoryBytes", 700L).put("cpuMillis", 12L));
    }

    @Test
    void readsTheFirstVersion() {
        write("cgroup/memory/memory.usage_in_bytes", "900\n");
        write("cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file 200\n");
        write("cgroup/memory/memory.limit_in_bytes", "1000\n");
        write("cgroup/cpuacct/cpuacct.usage", "12345678\n");
        write("cgroup/cpu/cpu.cfs_quota_us", "150000\n");
        write("cgroup/cpu/cpu.cfs_period_us", "100000\n");
        JsonObject group = group();
        group.remove("id");
        assertThat(group)
                .isEqualTo(new JsonObject()
                        .put("memoryBytes", 700L)
                        .put("memoryLimitBytes", 1_000L)
                        .put("cpuMillis", 12L)
                        .put("cpuLimitMillis", 1_500L));
        write("cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        write("cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        assertThat(group().fieldNames()).containsExactly("memoryBytes", "cpuMillis", "id");
    }

    @Test
    void saysNothingOfAGroupWhereThereIsNone() {
        assertThat(figures.measure().fieldNames()).containsExactly("node", "disk");
    }

    @Test
    void measuresTheDiskOfADirectoryYetToBeMade() {
        JsonObject disk = figures.measure().getJsonObject("disk");
        assertThat(disk.getString("path")).endsWith("data/not/there/yet");
        assertThat(disk.getString("id")).matches("\\d+");
        assertThat(disk.getDouble("percent")).isBetween(0.0, 100.0);
        assertThat(disk.getLong("totalBytes")).isGreaterThan(disk.getLong("freeBytes"));
        assertThat(figures.measure().getString("node")).isEqualTo("6e56c0fe-b48f");
    }

    private JsonObject group() {
        return figures.measure().getJsonObject("group");
    }

    private void second(String at) {
        write("cgroup/cgroup.controllers", "cpu memory");
        write(at + "memory.current", "900\n");
        write(at + "memory.stat", "anon 650\ninactive_file 200\n");
        write(at + "memory.max", "1000\n");
        write(at + "cpu.stat", "usage_usec 12345\nuser_usec 1\n");
        write(at + "cpu.max", "50000 100000\n");
    }

    private void write(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
