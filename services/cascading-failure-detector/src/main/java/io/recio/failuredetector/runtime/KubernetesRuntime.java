package io.recio.failuredetector.runtime;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.recio.domain.health.Pause;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemClock;
import io.recio.failuredetector.DetectorConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The API server. Pods and deployments of the release are followed by informers; as those go on showing what they last saw
 * when the API server is gone, each look also asks for the lease. Called from the detector's own thread.
 */
@Singleton
@Typed(KubernetesRuntime.class)
class KubernetesRuntime implements ServiceRuntime {

    private static final Logger LOG = Logger.getLogger(KubernetesRuntime.class);

    private static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";

    private final KubernetesClient client;
    private final DetectorConfig.Kubernetes config;
    private final SystemClock clock;
    private @Nullable Followed followed;

    private record Followed(SharedIndexInformer<Pod> pods, SharedIndexInformer<Deployment> deployments) {

        private boolean isComplete() {
            return pods.hasSynced() && deployments.hasSynced() && pods.isWatching() && deployments.isWatching();
        }
    }

    KubernetesRuntime(KubernetesClient client, DetectorConfig config, SystemClock clock) {
        this.client = client;
        this.config = config.kubernetes();
        this.clock = clock;
    }

    @Override
    public DeployedServices services() {
        Followed now = follow();
        confirmReachable();
        if (!now.isComplete()) {
            throw new RuntimeUnreachable("pods and deployments are not all known yet");
        }
        TreeSet<ServiceName> services = new TreeSet<>();
        List<RunningInstance> running = new ArrayList<>();
        Map<ServiceName, Pause> pauses = new HashMap<>();
        for (Deployment deployment : now.deployments().getStore().list()) {
            Release.serviceOf(deployment).ifPresent(service -> {
                services.add(service);
                PauseParser.parse(deployment).ifPresent(pause -> pauses.put(service, pause));
            });
        }
        for (Pod pod : now.pods().getStore().list()) {
            Release.serviceOf(pod)
                    .filter(services::contains)
                    .flatMap(service -> PodParser.parse(service, pod))
                    .ifPresent(running::add);
        }
        return new DeployedServices(services, running, pauses);
    }

    @Override
    public void restart(ServiceName service, String instance) {
        Pod pod = find(follow().pods(), service, instance)
                .orElseThrow(() -> new RemedyRefused("pod must be one of " + service + ", was " + instance));
        LOG.infof("Deleting pod service=%s pod=%s", service, instance);
        boolean deleted = asking("delete pod " + instance, () -> !client.pods()
                .inNamespace(config.namespace())
                .withName(pod.getMetadata().getName())
                .withGracePeriod(config.grace().toSeconds())
                .delete()
                .isEmpty());
        if (!deleted) {
            throw new RemedyRefused("pod does not run any more: " + instance);
        }
    }

    /** What {@code kubectl rollout restart} does: new pods are ready before old ones end. */
    @Override
    public void roll(ServiceName service) {
        Deployment deployment = follow().deployments().getStore().list().stream()
                .filter(each -> Release.serviceOf(each).filter(service::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new RemedyRefused("no deployment is labelled " + service));
        String name = deployment.getMetadata().getName();
        LOG.infof("Rolling deployment service=%s deployment=%s", service, name);
        String patch = "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"" + RESTARTED_AT + "\":\""
                + clock.now().instant() + "\"}}}}}";
        // Of the followed object: by name alone the client would get it first, which is no right of the detector's.
        asking("patch deployment " + name, () -> client.apps()
                .deployments()
                .inNamespace(config.namespace())
                .resource(deployment)
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch));
    }

    @PreDestroy
    void stopFollowing() {
        Followed now = followed;
        followed = null;
        if (now != null) {
            now.pods().stop();
            now.deployments().stop();
        }
    }

    private Followed follow() {
        Followed now = followed;
        if (now == null) {
            now = new Followed(
                    client.pods()
                            .inNamespace(config.namespace())
                            .withLabels(Release.labels(config.release()))
                            .runnableInformer(0),
                    client.apps()
                            .deployments()
                            .inNamespace(config.namespace())
                            .withLabels(Release.labels(config.release()))
                            .runnableInformer(0));
            // Goes on trying, whatever fails: an API server that is away comes back.
            now.pods().exceptionHandler((started, cause) -> true);
            now.deployments().exceptionHandler((started, cause) -> true);
            now.pods().start();
            now.deployments().start();
            followed = now;
        }
        return now;
    }

    private void confirmReachable() {
        try {
            client.leases()
                    .inNamespace(config.namespace())
                    .withName(config.lease())
                    .get();
        } catch (KubernetesClientException e) {
            throw new RuntimeUnreachable("API server does not show the lease: " + e.getMessage(), e);
        }
    }

    private static Optional<Pod> find(SharedIndexInformer<Pod> pods, ServiceName service, String name) {
        return pods.getStore().list().stream()
                .filter(pod -> pod.getMetadata().getName().equals(name))
                .filter(pod -> Release.serviceOf(pod).filter(service::equals).isPresent())
                .findFirst();
    }

    private static <T> T asking(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND || e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw new RemedyRefused("API server refuses to " + what + ": " + e.getMessage());
            }
            throw new RuntimeUnreachable("API server does not " + what + ": " + e.getMessage(), e);
        }
    }

    private interface Question<T> {
        T ask();
    }
}
