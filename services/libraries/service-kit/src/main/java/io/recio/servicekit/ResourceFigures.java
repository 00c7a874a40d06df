package io.recio.servicekit;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the control group of this process uses and may use, and the disk of its data:
 *
 * <pre>
 * {"node": "6e56c0fe-…", "group": {"id": "28:1", "memoryBytes": 9, "memoryLimitBytes": 10, "cpuMillis": 5, "cpuLimitMillis": 500},
 *  "disk": {"id": "65024", "path": "/data", "percent": 12.5, "totalBytes": 9, "freeBytes": 8}}
 * </pre>
 *
 * The node is the kernel's boot, the ids are the kernel's too: who shares a group or a disk says the same. {@code memoryBytes}
 * leaves out what the kernel may drop, as the kubelet does; {@code cpuLimitMillis} is per second. What has no limit, and what
 * cannot be measured, is left out. Both versions of control groups.
 */
final class ResourceFigures {

    /** Version 1 writes the largest number of pages instead of none. */
    private static final long NO_LIMIT = 1L << 60;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private final Path proc;
    private final Path groups;
    private final Path data;

    ResourceFigures(Path data) {
        this(Path.of("/proc"), Path.of("/sys/fs/cgroup"), data);
    }

    ResourceFigures(Path proc, Path groups, Path data) {
        this.proc = proc;
        this.groups = groups;
        this.data = data.toAbsolutePath();
    }

    JsonObject measure() {
        JsonObject figures = new JsonObject();
        text(proc.resolve("sys/kernel/random/boot_id")).ifPresent(boot -> figures.put("node", boot));
        JsonObject group = Files.exists(groups.resolve("cgroup.controllers")) ? second() : first();
        if (!group.isEmpty()) {
            figures.put("group", group);
        }
        JsonObject disk = disk();
        if (!disk.isEmpty()) {
            figures.put("disk", disk);
        }
        return figures;
    }

    private JsonObject second() {
        Path own = text(proc.resolve("self/cgroup"))
                .filter(line -> line.startsWith("0::/"))
                .map(line -> groups.resolve(line.substring("0::/".length())))
                .filter(Files::exists)
                .orElse(groups);
        String[] quota = text(own.resolve("cpu.max")).orElse("max 0").split(" ");
        return group(
                own,
                number(own.resolve("memory.current")),
                row(own.resolve("memory.stat"), "inactive_file"),
                number(own.resolve("memory.max")),
                row(own.resolve("cpu.stat"), "usage_usec"),
                MICROS_PER_MILLI,
                cpuLimit(parse(quota[0]), parse(quota[quota.length - 1])));
    }

    private JsonObject first() {
        Path memory = groups.resolve("memory");
        return group(
                memory,
                number(memory.resolve("memory.usage_in_bytes")),
                row(memory.resolve("memory.stat"), "total_inactive_file"),
                number(memory.resolve("memory.limit_in_bytes")),
                number(groups.resolve("cpuacct/cpuacct.usage")),
                NANOS_PER_MILLI,
                cpuLimit(
                        number(groups.resolve("cpu/cpu.cfs_quota_us")),
                        number(groups.resolve("cpu/cpu.cfs_period_us"))));
    }

    private static JsonObject group(
            Path own,
            OptionalLong used,
            OptionalLong droppable,
            OptionalLong most,
            OptionalLong cpu,
            long perMilli,
            OptionalLong cpuLimit) {
        JsonObject group = new JsonObject();
        used.ifPresent(bytes -> group.put("memoryBytes", Math.max(0, bytes - droppable.orElse(0))));
        most.ifPresent(bytes -> {
            if (bytes < NO_LIMIT) {
                group.put("memoryLimitBytes", bytes);
            }
        });
        cpu.ifPresent(time -> group.put("cpuMillis", time / perMilli));
        cpuLimit.ifPresent(millis -> group.put("cpuLimitMillis", millis));
        if (!group.isEmpty()) {
            attribute(own, "unix:dev")
                    .flatMap(device -> attribute(own, "unix:ino").map(node -> device + ":" + node))
                    .ifPresent(id -> group.put("id", id));
        }
        return group;
    }

    /** Of the directory, or of the nearest above it that exists. Like df: what only root may use counts as neither. */
    private JsonObject disk() {
        Path existing = data;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        long total = existing.toFile().getTotalSpace();
        long free = existing.toFile().getUsableSpace();
        long used = total - existing.toFile().getFreeSpace();
        JsonObject disk = new JsonObject();
        if (total > 0) {
            disk.put("path", data.toString())
                    .put("percent", used + free == 0 ? 0.0 : Math.round(1000.0 * used / (used + free)) / 10.0)
                    .put("totalBytes", total)
                    .put("freeBytes", free);
            attribute(existing, "unix:dev").ifPresent(device -> disk.put("id", device));
        }
        return disk;
    }

    private static OptionalLong cpuLimit(OptionalLong quota, OptionalLong period) {
        return quota.isPresent() && quota.getAsLong() > 0 && period.orElse(0) > 0
                ? OptionalLong.of(quota.getAsLong() * 1_000 / period.getAsLong())
                : OptionalLong.empty();
    }

    private static Optional<String> attribute(Path path, String name) {
        try {
            return Optional.of(Files.getAttribute(path, name).toString());
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static OptionalLong number(Path file) {
        return text(file).map(ResourceFigures::parse).orElse(OptionalLong.empty());
    }

    private static OptionalLong row(Path file, String name) {
        return text(file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name + " "))
                .map(line -> parse(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** Absent for {@code max}. */
    private static OptionalLong parse(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
