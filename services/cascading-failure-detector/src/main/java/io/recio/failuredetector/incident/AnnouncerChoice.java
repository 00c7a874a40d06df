package io.recio.failuredetector.incident;

import io.recio.failuredetector.DetectorConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One machine has its log and its journal; a cluster has Events besides. */
class AnnouncerChoice {

    @Produces
    @Singleton
    Announcer announcer(DetectorConfig config, Instance<KubernetesEvents> events) {
        return switch (config.runtime()) {
            case LOCAL -> entries -> {};
            case KUBERNETES -> events.get();
        };
    }
}
