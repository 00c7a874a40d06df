package io.recio.failuredetector.node;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.failuredetector.DetectorConfig;
import io.recio.servicekit.Activity;
import io.recio.storage.DatabaseUnavailable;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reads the nodes now and then, on a thread of its own: a slow API server must not keep the detector from looking. */
@Singleton
class NodeWatch {

    private static final Logger LOG = Logger.getLogger(NodeWatch.class);

    private final DetectorConfig config;
    private final Activity activity;
    private final Instance<NodeReader> reader;
    private final NodeStore store;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node-watch").daemon().factory());
    private int known = -1;

    NodeWatch(DetectorConfig config, Activity activity, Instance<NodeReader> reader, NodeStore store) {
        this.config = config;
        this.activity = activity;
        this.reader = reader;
        this.store = store;
    }

    void start(@Observes StartupEvent event) {
        DetectorConfig.Nodes nodes = config.kubernetes().nodes();
        if (config.runtime() == DetectorConfig.Runtime.KUBERNETES && nodes.enabled()) {
            timer.scheduleWithFixedDelay(this::look, 0, nodes.interval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** What could not be read or written ages: nobody takes it for today's. */
    private void look() {
        try {
            if (activity.isActive()) {
                List<NodeFigures> nodes = reader.get().read();
                store.write(nodes);
                if (nodes.size() != known) {
                    known = nodes.size();
                    LOG.infof("Nodes are measured count=%d", known);
                }
            }
        } catch (KubernetesClientException | DatabaseUnavailable e) {
            LOG.debugf("Nodes are not measured reason='%s'", e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Nodes are not measured, trying again");
        }
    }
}
