package io.recio.localstack.cluster;

import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ports of 127.0.0.1 that lead to a component's pod, whichever pod that is now. Safe for several threads. */
final class Forwards implements AutoCloseable {

    private final Cluster cluster;
    private final Map<String, Forward> open = new HashMap<>();

    private record Forward(String pod, LocalPortForward way) {}

    Forwards(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @throws io.recio.localstack.refusal.Refused when no pod of the component runs */
    synchronized int port(String component, int containerPort) {
        String pod = cluster.pod(component).getMetadata().getName();
        Forward known = open.get(component);
        if (known != null
                && known.pod().equals(pod)
                && known.way().isAlive()
                && !known.way().errorOccurred()) {
            return known.way().getLocalPort();
        }
        close(known);
        LocalPortForward way = cluster.client()
                .pods()
                .inNamespace(cluster.namespace())
                .withName(pod)
                .portForward(containerPort);
        open.put(component, new Forward(pod, way));
        return way.getLocalPort();
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Forwards::close);
        open.clear();
    }

    private static void close(@Nullable Forward forward) {
        if (forward == null) {
            return;
        }
        try {
            forward.way().close();
        } catch (IOException e) {
            throw new UncheckedIOException("port to " + forward.pod() + " cannot be closed", e);
        }
    }
}
