package io.recio.systemmonitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.json.DomainJson;
import io.recio.systemmonitor.service.Beat;
import java.time.Duration;
import java.time.Instant;

/** Heartbeats as a test needs them. */
public record Beats(Beat beat) {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    /** Active in epoch 1, a second old, all well. */
    public static Beats of(String service, String instance) {
        return new Beats(new Beat(
                service,
                instance,
                true,
                1,
                START,
                Duration.ofSeconds(1),
                true,
                json("{}"),
                100_000_000,
                5_000,
                json("{}"),
                "127.0.0.1",
                8000));
    }

    public Beats standingBy() {
        return copy(
                false,
                beat.epoch(),
                beat.startedAt(),
                beat.age(),
                beat.functional(),
                beat.freshness(),
                beat.cpuMillis());
    }

    public Beats epoch(long epoch) {
        return copy(
                beat.active(),
                epoch,
                beat.startedAt(),
                beat.age(),
                beat.functional(),
                beat.freshness(),
                beat.cpuMillis());
    }

    public Beats startedAfter(Duration later) {
        return copy(
                beat.active(),
                beat.epoch(),
                START.plus(later),
                beat.age(),
                beat.functional(),
                beat.freshness(),
                beat.cpuMillis());
    }

    public Beats aged(Duration age) {
        return copy(
                beat.active(),
                beat.epoch(),
                beat.startedAt(),
                age,
                beat.functional(),
                beat.freshness(),
                beat.cpuMillis());
    }

    /** Its table is late. */
    public Beats stuck() {
        return copy(
                beat.active(),
                beat.epoch(),
                beat.startedAt(),
                beat.age(),
                false,
                json("{\"table\": {\"ageMs\": 9000, \"limitMs\": 5000, \"ok\": false}, \"books\": {\"ok\": true}}"),
                beat.cpuMillis());
    }

    public Beats used(long cpuMillis) {
        return copy(
                beat.active(),
                beat.epoch(),
                beat.startedAt(),
                beat.age(),
                beat.functional(),
                beat.freshness(),
                cpuMillis);
    }

    /** @param resources as a heartbeat has them */
    public Beats using(String resources) {
        return new Beats(new Beat(
                beat.service(),
                beat.instance(),
                beat.active(),
                beat.epoch(),
                beat.startedAt(),
                beat.age(),
                beat.functional(),
                beat.freshness(),
                beat.memoryBytes(),
                beat.cpuMillis(),
                json(resources),
                beat.host(),
                beat.port()));
    }

    private Beats copy(
            boolean active,
            long epoch,
            Instant startedAt,
            Duration age,
            boolean functional,
            JsonNode freshness,
            long cpuMillis) {
        return new Beats(new Beat(
                beat.service(),
                beat.instance(),
                active,
                epoch,
                startedAt,
                age,
                functional,
                freshness,
                beat.memoryBytes(),
                cpuMillis,
                beat.resources(),
                beat.host(),
                beat.port()));
    }

    private static JsonNode json(String text) {
        try {
            return DomainJson.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
