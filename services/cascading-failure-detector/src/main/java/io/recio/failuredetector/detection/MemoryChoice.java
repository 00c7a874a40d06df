package io.recio.failuredetector.detection;

import io.recio.failuredetector.DetectorConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One machine remembers in a file, a cluster in the policy's status. */
class MemoryChoice {

    @Produces
    @Singleton
    DetectorMemory memory(DetectorConfig config, Instance<FileDetectorMemory> file, Instance<ResourceMemory> resource) {
        return switch (config.runtime()) {
            case LOCAL -> file.get();
            case KUBERNETES -> resource.get();
        };
    }
}
