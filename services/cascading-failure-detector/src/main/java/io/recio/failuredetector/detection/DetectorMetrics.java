package io.recio.failuredetector.detection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.IncidentLevel;
import io.recio.failuredetector.incident.JournalEntry;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What Prometheus sees of the detector. */
@Singleton
class DetectorMetrics {

    private static final String PREFIX = "cascading_failure_detector_";

    private final MeterRegistry registry;
    private final Timer looks;
    private volatile IncidentLevel level = IncidentLevel.NONE;
    private volatile int unwell;
    private volatile int unwritten;

    DetectorMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.looks = Timer.builder(PREFIX + "look_seconds").register(registry);
        Gauge.builder(PREFIX + "level", () -> level.ordinal())
                .description("0 none, 1 warning, 2 critical, 3 catastrophic")
                .register(registry);
        Gauge.builder(PREFIX + "causes", () -> unwell).register(registry);
        Gauge.builder(PREFIX + "unwritten_entries", () -> unwritten).register(registry);
    }

    void looked(Duration took, DetectorDecision decision) {
        looks.record(took);
        level = decision.level();
        unwell = decision.causes().size();
    }

    void told(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry instanceof RemedyDecided remedy) {
                String reason = remedy.withheld() ? remedy.reason().split(":", 2)[0] : "none";
                registry.counter(
                                PREFIX + "remedies_total",
                                "service",
                                remedy.service(),
                                "action",
                                remedy.action(),
                                "withheld",
                                reason)
                        .increment();
            }
        }
    }

    void unwritten(int entries) {
        unwritten = entries;
    }
}
