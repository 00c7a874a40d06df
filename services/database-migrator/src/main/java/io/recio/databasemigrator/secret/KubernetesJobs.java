package io.recio.databasemigrator.secret;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jboss.logging.Logger;

/** The jobs of our namespace. */
final class KubernetesJobs {

    private static final Logger LOG = Logger.getLogger(KubernetesJobs.class);

    private final KubernetesClient cluster;

    KubernetesJobs(KubernetesClient cluster) {
        this.cluster = cluster;
    }

    /** Deletes it with its pods; nothing happens when it is not there. */
    void forget(String name) {
        boolean there = !cluster.batch()
                .v1()
                .jobs()
                .withName(name)
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete()
                .isEmpty();
        if (there) {
            LOG.infof("Job forgotten name=%s", name);
        }
    }
}
