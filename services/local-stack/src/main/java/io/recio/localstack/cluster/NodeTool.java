package io.recio.localstack.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.recio.localstack.refusal.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A shell that sees the processes of a node, in a namespace of its own. Nobody inside a container can kill or stop its first process,
 * so this does it from outside. Finds a service's process by {@code RECIO_INSTANCE}, which is its pod's name.
 */
final class NodeTool implements AutoCloseable {

    private static final String NAME = "node-tool";
    private static final int PATIENCE_MINUTES = 3;

    /** User and group the services run as: the same ones may end and stop them, and read what they were started with. */
    private static final long SERVICES_USER = 1001;

    private final Cluster cluster;
    private final String namespace;

    /** @param image anything with a shell; the chart's PostgreSQL has one */
    NodeTool(Cluster cluster, String image, String node) {
        this.cluster = cluster;
        this.namespace = cluster.namespace() + "-tool";
        cluster.createNamespace(namespace, "privileged");
        cluster.client()
                .pods()
                .inNamespace(namespace)
                .resource(pod(image, node))
                .create();
        cluster.client()
                .pods()
                .inNamespace(namespace)
                .withName(NAME)
                .waitUntilReady(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    /** @param signal such as KILL, STOP, CONT */
    void signal(String signal, String pod) {
        String answer = run("""
                for p in /proc/[0-9]*; do
                  if tr '\\0' '\\n' < "$p/environ" 2>/dev/null | grep -qx 'RECIO_INSTANCE=%s'; then
                    kill -%s "${p#/proc/}" && echo struck
                  fi
                done""".formatted(pod, signal));
        if (!answer.contains("struck")) {
            throw new Refused("no process of pod " + pod + " was found on its node");
        }
    }

    @Override
    public void close() {
        cluster.deleteNamespace(namespace);
    }

    private String run(String script) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (ExecWatch watch = cluster.client()
                .pods()
                .inNamespace(namespace)
                .withName(NAME)
                .writingOutput(said)
                .writingError(said)
                .exec("sh", "-c", script)) {
            watch.exitCode().get(1, TimeUnit.MINUTES);
            return said.toString(StandardCharsets.UTF_8);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refused("the node's shell did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("waiting for the node's shell was interrupted", e);
        }
    }

    private Pod pod(String image, String node) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .withHostPID(true)
                .withTerminationGracePeriodSeconds(0L)
                .addNewContainer()
                .withName("shell")
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withCommand("sh", "-c", "while :; do sleep 3600; done")
                .withNewSecurityContext()
                .withRunAsUser(SERVICES_USER)
                .withRunAsGroup(SERVICES_USER)
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();
    }
}
