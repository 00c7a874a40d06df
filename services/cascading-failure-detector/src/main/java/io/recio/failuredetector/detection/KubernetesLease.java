package io.recio.failuredetector.detection;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.recio.failuredetector.DetectorConfig;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The right to lead among replicas: a {@code coordination.k8s.io} Lease. Sought in the background from the first question on,
 * and again whenever it was lost. A holder that cannot renew gives up before another may take it.
 */
final class KubernetesLease {

    private static final Logger LOG = Logger.getLogger(KubernetesLease.class);

    private final KubernetesClient client;
    private final DetectorConfig.Kubernetes config;
    private final String identity;
    private volatile boolean held;
    private volatile boolean released;
    private @Nullable CompletableFuture<?> election;

    /** @param identity of this replica: its pod */
    KubernetesLease(KubernetesClient client, DetectorConfig.Kubernetes config, String identity) {
        this.client = client;
        this.config = config;
        this.identity = identity;
    }

    /** Whether this replica leads. */
    synchronized boolean isHeld() {
        CompletableFuture<?> now = election;
        if (!released && (now == null || now.isDone())) {
            election = seek();
        }
        return held;
    }

    /** Gives it back, so that another need not wait for its end. */
    synchronized void release() {
        released = true;
        CompletableFuture<?> now = election;
        if (now != null) {
            now.cancel(true);
        }
        held = false;
    }

    private CompletableFuture<?> seek() {
        return client.leaderElector()
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName(config.lease())
                        .withLock(new LeaseLock(config.namespace(), config.lease(), identity))
                        .withLeaseDuration(config.leaseDuration())
                        .withRenewDeadline(config.renewDeadline())
                        .withRetryPeriod(config.retryPeriod())
                        .withReleaseOnCancel(true)
                        .withLeaderCallbacks(new LeaderCallbacks(
                                () -> held = true,
                                () -> held = false,
                                leader -> LOG.infof("Lease passed on holder=%s", leader)))
                        .build())
                .build()
                .start();
    }
}
