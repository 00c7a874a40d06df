package io.recio.failuredetector.incident;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.recio.failuredetector.DetectorConfig;

/** What tells of incidents, for tests of other packages. */
public final class IncidentFixtures {

    private IncidentFixtures() {}

    public static Announcer events(KubernetesClient client, DetectorConfig config) {
        return new KubernetesEvents(client, config.kubernetes(), "cascading-failure-detector", "detector-0");
    }
}
