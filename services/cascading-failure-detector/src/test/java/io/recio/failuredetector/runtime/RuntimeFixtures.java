package io.recio.failuredetector.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.recio.domain.time.SystemClock;
import io.recio.failuredetector.DetectorConfig;

/** The runtime of a cluster for tests of other packages. */
public final class RuntimeFixtures {

    private RuntimeFixtures() {}

    /** Returns when it knows the API server's objects. */
    public static ServiceRuntime kubernetes(KubernetesClient client, DetectorConfig config, SystemClock clock) {
        ServiceRuntime runtime = unsettled(client, config, clock);
        Cluster.settled(runtime);
        return runtime;
    }

    /** Returns at once. */
    public static ServiceRuntime unsettled(KubernetesClient client, DetectorConfig config, SystemClock clock) {
        return new KubernetesRuntime(client, config, clock);
    }

    public static void stop(ServiceRuntime runtime) {
        if (runtime instanceof KubernetesRuntime kubernetes) {
            kubernetes.stopFollowing();
        }
    }
}
