package io.recio.failuredetector.runtime;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.recio.failuredetector.resource.CascadePolicy;
import io.recio.failuredetector.resource.CascadePolicySpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A release called recio in a mock API server, as the chart would have made it. */
public final class Cluster {

    public static final String NAMESPACE = "trading";
    public static final Instant STARTED = Instant.parse("2026-11-22T11:00:00Z");

    private final KubernetesClient client;

    public Cluster(KubernetesClient client) {
        this.client = client;
    }

    /** A client as the service has it: it gives up at once, so that a look does not hang. */
    public static KubernetesClient hurried(KubernetesClient client) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(client.getConfiguration())
                        .withConnectionTimeout(500)
                        .withRequestTimeout(1_000)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    /** A deployment with one running pod, named {@code <service>-0}. */
    public void deploy(String service) {
        client.resource(deployment(service)).create();
        create(pod(service, service + "-0"));
    }

    /** The release's policy, which says nothing: every default holds. */
    public void declarePolicy() {
        CascadePolicy policy = new CascadePolicy();
        policy.setMetadata(new ObjectMetaBuilder()
                .withName("recio")
                .withNamespace(NAMESPACE)
                .build());
        policy.setSpec(new CascadePolicySpec(null, null, null, null, null));
        client.resource(policy).create();
    }

    public void create(Pod pod) {
        client.resource(pod).create();
    }

    public List<String> pods() {
        return client.pods().inNamespace(NAMESPACE).list().getItems().stream()
                .map(pod -> pod.getMetadata().getName())
                .sorted()
                .toList();
    }

    public Deployment deploymentOf(String service) {
        return client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName("recio-" + service)
                .get();
    }

    public void annotate(String service, Map<String, String> annotations) {
        client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName("recio-" + service)
                .edit(deployment -> new DeploymentBuilder(deployment)
                        .editMetadata()
                        .addToAnnotations(annotations)
                        .endMetadata()
                        .build());
    }

    /** Until the informers know the API server's objects. */
    static DeployedServices settled(ServiceRuntime runtime) {
        return Awaitility.await().ignoreException(RuntimeUnreachable.class).until(runtime::services, all -> true);
    }

    static Pod pod(String service, String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .withLabels(labels("recio", service))
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName(service)
                .addNewPort()
                .withName("http")
                .withContainerPort(4000)
                .endPort()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPodIP("10.1.2.3")
                .addNewContainerStatus()
                .withName(service)
                .withNewState()
                .withNewRunning()
                .withStartedAt(STARTED.toString())
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    static Map<String, String> labels(String release, String service) {
        Map<String, String> labels = new HashMap<>(Release.labels(release));
        labels.put(Release.COMPONENT, service);
        return labels;
    }

    private static Deployment deployment(String service) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("recio-" + service)
                .withNamespace(NAMESPACE)
                .withLabels(labels("recio", service))
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels("recio", service))
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();
    }
}
