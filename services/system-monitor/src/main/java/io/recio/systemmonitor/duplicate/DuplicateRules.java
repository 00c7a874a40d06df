package io.recio.systemmonitor.duplicate;

import io.recio.systemmonitor.service.Beat;
import io.recio.systemmonitor.service.Lease;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Finds instances that must go (DESIGN, section 5). Pure. */
public final class DuplicateRules {

    private DuplicateRules() {}

    /**
     * @param live heartbeats of instances that live
     * @param replicas how many instances a service may have
     */
    public static List<Duplicate> find(List<Beat> live, Map<String, Lease> leases, ToIntFunction<String> replicas) {
        TreeMap<String, List<Beat>> byService = new TreeMap<>();
        live.forEach(beat -> byService
                .computeIfAbsent(beat.service(), service -> new ArrayList<>())
                .add(beat));
        List<Duplicate> duplicates = new ArrayList<>();
        byService.forEach((service, beats) -> duplicates.addAll(
                find(service, beats, Optional.ofNullable(leases.get(service)), replicas.applyAsInt(service))));
        return duplicates;
    }

    private static List<Duplicate> find(String service, List<Beat> beats, Optional<Lease> lease, int replicas) {
        long newest = lease.map(Lease::epoch).orElseGet(() -> beats.stream()
                .filter(Beat::active)
                .mapToLong(Beat::epoch)
                .max()
                .orElse(0));
        List<Duplicate> duplicates = new ArrayList<>();
        List<Beat> rightful = new ArrayList<>();
        for (Beat beat : beats) {
            if (beat.active() && beat.epoch() < newest) {
                duplicates.add(new Duplicate(
                        service,
                        beat.instance(),
                        "active in epoch " + beat.epoch() + ", the newest lease has " + newest));
            } else {
                rightful.add(beat);
            }
        }
        int surplus = rightful.size() - replicas;
        rightful.stream()
                .filter(beat -> !isHolder(beat, lease))
                .sorted(Comparator.comparing(Beat::startedAt).reversed().thenComparing(Beat::instance))
                .limit(Math.max(0, surplus))
                .map(beat -> new Duplicate(
                        service, beat.instance(), rightful.size() + " instances live, " + replicas + " are configured"))
                .forEach(duplicates::add);
        return duplicates;
    }

    private static boolean isHolder(Beat beat, Optional<Lease> lease) {
        return lease.map(held -> held.holder().equals(beat.instance())).orElse(beat.active());
    }
}
