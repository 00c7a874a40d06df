package io.recio.systemmonitor.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.systemmonitor.service.Beat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Reads from heartbeats what control groups and disks use. Who shares a group or a disk is counted once. Remembers from look to
 * look only how much processor time each group had used. Not thread-safe.
 */
public final class PodGauge {

    private final Map<String, Long> usedBefore = new HashMap<>();
    private long lookedAt;

    /** @param now monotonic nanoseconds */
    public List<GroupFigures> groups(List<Beat> live, long now) {
        List<GroupFigures> groups = new ArrayList<>();
        Map<String, Long> used = new HashMap<>();
        shared(live, "group").forEach((id, beats) -> {
            JsonNode newest = beats.getLast().resources().path("group");
            Optional<Long> cpu = number(newest, "cpuMillis");
            groups.add(group(id, beats, newest, elapsed(id, cpu), now - lookedAt));
            cpu.ifPresent(millis -> used.put(id, millis));
        });
        usedBefore.clear();
        usedBefore.putAll(used);
        lookedAt = now;
        return groups;
    }

    public List<DiskFigures> disks(List<Beat> live) {
        List<DiskFigures> disks = new ArrayList<>();
        shared(live, "disk").forEach((id, beats) -> {
            JsonNode newest = beats.getLast().resources().path("disk");
            disks.add(new DiskFigures(
                    id,
                    instances(beats),
                    beats.getFirst().resources().path("disk").path("path").asText(),
                    newest.path("percent").asDouble(),
                    newest.path("totalBytes").asLong(),
                    newest.path("freeBytes").asLong()));
        });
        return disks;
    }

    /** By node and the kernel's id; the newest heartbeat last. One without an id is not counted. */
    private static TreeMap<String, List<Beat>> shared(List<Beat> live, String figure) {
        TreeMap<String, List<Beat>> shared = new TreeMap<>();
        live.stream()
                .filter(beat -> beat.resources().path(figure).hasNonNull("id"))
                .sorted((one, other) -> other.age().compareTo(one.age()))
                .forEach(beat -> shared.computeIfAbsent(
                                beat.resources().path("node").asText() + "/"
                                        + beat.resources()
                                                .path(figure)
                                                .path("id")
                                                .asText(),
                                id -> new ArrayList<>())
                        .add(beat));
        return shared;
    }

    private Optional<Long> elapsed(String id, Optional<Long> cpu) {
        return cpu.flatMap(millis -> Optional.ofNullable(usedBefore.get(id)).map(before -> millis - before));
    }

    private static GroupFigures group(
            String id, List<Beat> beats, JsonNode figures, Optional<Long> cpuMillis, long nanos) {
        Optional<Long> memory = number(figures, "memoryBytes");
        Optional<Long> memoryLimit = number(figures, "memoryLimitBytes");
        Optional<Long> cpuLimit = number(figures, "cpuLimitMillis");
        double most = cpuLimit.orElse(0L) * (nanos / 1e9);
        return new GroupFigures(
                id,
                instances(beats),
                memory,
                memoryLimit,
                memory.isPresent() && memoryLimit.isPresent()
                        ? percent(memory.get(), memoryLimit.get())
                        : OptionalDouble.empty(),
                cpuLimit,
                cpuMillis.isPresent() && most > 0
                        ? percent(Math.max(0, cpuMillis.get()), most)
                        : OptionalDouble.empty());
    }

    private static List<String> instances(List<Beat> beats) {
        return beats.stream().map(Beat::instance).sorted().toList();
    }

    private static Optional<Long> number(JsonNode figures, String name) {
        return figures.path(name).isNumber() ? Optional.of(figures.path(name).asLong()) : Optional.empty();
    }

    /** To one decimal. */
    private static OptionalDouble percent(double part, double whole) {
        return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.round(1000.0 * part / whole) / 10.0);
    }
}
