package io.recio.servicekit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.recio.domain.time.SystemClock;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Health means results: the freshness figures of this service and its count of work done. Shown at {@code /q/health/ready},
 * in the heartbeat, and as the metric {@code recio_freshness_seconds}.
 */
@Singleton
public class FunctionalHealth {

    private final SystemClock clock;
    private final MeterRegistry metrics;
    private final Map<String, Freshness> figures = new ConcurrentSkipListMap<>();
    private final AtomicLong workDone = new AtomicLong();

    FunctionalHealth(SystemClock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The figure of this name, made at the first call; its age starts now. */
    public Freshness figure(String name, Duration limit) {
        return figures.computeIfAbsent(name, key -> {
            Freshness figure = new Freshness(key, limit, clock);
            Gauge.builder("recio_freshness_seconds", figure, f -> f.age().toMillis() / 1000.0)
                    .tag("figure", key)
                    .register(metrics);
            return figure;
        });
    }

    /** Something got done: an instance whose count moves is alive. */
    public void worked() {
        workDone.incrementAndGet();
    }

    public long workDone() {
        return workDone.get();
    }

    public boolean isFunctional() {
        return figures.values().stream().allMatch(Freshness::isOk);
    }

    /** {@code {"table": {"ageMs": 120, "limitMs": 5000, "ok": true}}}. */
    public JsonObject figures() {
        JsonObject all = new JsonObject();
        figures.values()
                .forEach(figure -> all.put(
                        figure.name(),
                        new JsonObject()
                                .put("ageMs", figure.age().toMillis())
                                .put("limitMs", figure.limit().toMillis())
                                .put("ok", figure.isOk())));
        return all;
    }

    /** Grants every figure a fresh start: after a takeover nothing is due at once. */
    void restart() {
        figures.values().forEach(Freshness::good);
    }
}
