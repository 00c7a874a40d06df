package io.recio.failuredetector.runtime;

import io.recio.failuredetector.DetectorConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One binary for one machine and for a cluster: only the chosen adapter is ever made. */
class RuntimeChoice {

    @Produces
    @Singleton
    ServiceRuntime runtime(
            DetectorConfig config, Instance<LocalRuntime> local, Instance<KubernetesRuntime> kubernetes) {
        return switch (config.runtime()) {
            case LOCAL -> local.get();
            case KUBERNETES -> kubernetes.get();
        };
    }
}
