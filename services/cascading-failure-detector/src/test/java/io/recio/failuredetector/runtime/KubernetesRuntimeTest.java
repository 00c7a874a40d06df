package io.recio.failuredetector.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.recio.domain.health.Pause;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.Settings;
import io.recio.fixtures.FixedClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class KubernetesRuntimeTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ServiceName MANAGER = new ServiceName("trade-manager");

    KubernetesMockServer server;
    KubernetesClient client;
    private KubernetesClient hurried;

    private Cluster cluster;
    private KubernetesRuntime runtime;

    @BeforeEach
    void install() {
        hurried = Cluster.hurried(client);
        cluster = new Cluster(client);
        cluster.deploy("trade-manager");
        cluster.deploy("main-app");
        runtime = new KubernetesRuntime(
                hurried, Settings.of(Map.of("kubernetes.namespace", Cluster.NAMESPACE)), new FixedClock(NOON, NOON));
    }

    @AfterEach
    void stop() {
        runtime.stopFollowing();
        hurried.close();
    }

    @Test
    void showsEachRunningPodAsAnInstance() {
        DeployedServices services = Cluster.settled(runtime);
        assertThat(services.services()).containsExactly(new ServiceName("main-app"), MANAGER);
        assertThat(services.running(MANAGER))
                .containsExactly(new RunningInstance(
                        MANAGER, "trade-manager-0", "10.1.2.3", 4000, SystemTime.of(Cluster.STARTED)));
    }

    @Test
    void leavesToKubernetesWhatWaitsHasEndedOrIsBeingDeleted() {
        cluster.create(new PodBuilder(Cluster.pod("trade-manager", "crashing"))
                .editStatus()
                .editFirstContainerStatus()
                .withNewState()
                .withNewWaiting()
                .withReason("CrashLoopBackOff")
                .endWaiting()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build());
        cluster.create(new PodBuilder(Cluster.pod("trade-manager", "unscheduled"))
                .editStatus()
                .withPodIP(null)
                .endStatus()
                .build());
        cluster.create(new PodBuilder(Cluster.pod("trade-manager", "leaving"))
                .editMetadata()
                .withFinalizers("test.rec.io/held")
                .endMetadata()
                .build());
        client.pods().inNamespace(Cluster.NAMESPACE).withName("leaving").delete();
        assertThat(client.pods()
                        .inNamespace(Cluster.NAMESPACE)
                        .withName("leaving")
                        .get()
                        .getMetadata()
                        .getDeletionTimestamp())
                .isNotNull();
        assertThat(Cluster.settled(runtime).running())
                .extracting(RunningInstance::instance)
                .containsExactlyInAnyOrder("main-app-0", "trade-manager-0");
    }

    /** A slow node may take longer than any grace; the start-up probe knows, and its limit ends what never starts. */
    @Test
    void doesNotBlameAPodThatStillStarts() {
        cluster.create(new PodBuilder(Cluster.pod("trade-manager", "starting"))
                .editStatus()
                .editFirstContainerStatus()
                .withStarted(false)
                .endContainerStatus()
                .endStatus()
                .build());
        cluster.create(new PodBuilder(Cluster.pod("trade-manager", "started"))
                .editStatus()
                .editFirstContainerStatus()
                .withStarted(true)
                .endContainerStatus()
                .endStatus()
                .build());
        assertThat(Cluster.settled(runtime).running())
                .extracting(RunningInstance::instance)
                .containsExactlyInAnyOrder("main-app-0", "trade-manager-0", "started");
    }

    @Test
    void seesOnlyItsOwnRelease() {
        cluster.create(new PodBuilder(Cluster.pod("trade-manager", "of-another"))
                .editMetadata()
                .withLabels(Cluster.labels("other", "trade-manager"))
                .endMetadata()
                .build());
        assertThat(Cluster.settled(runtime).running())
                .extracting(RunningInstance::instance)
                .doesNotContain("of-another");
    }

    @Test
    void followsWhatChanges() {
        Cluster.settled(runtime);
        cluster.create(Cluster.pod("trade-manager", "trade-manager-1"));
        await().until(() -> runtime.services().running(MANAGER).size() == 2);
        client.pods().inNamespace(Cluster.NAMESPACE).withName("trade-manager-0").delete();
        await().until(() -> runtime.services().running(MANAGER).stream()
                .map(RunningInstance::instance)
                .toList()
                .equals(List.of("trade-manager-1")));
    }

    @Test
    void deletesThePodThatIsToBlameAndNoOther() {
        Cluster.settled(runtime);
        runtime.restart(MANAGER, "trade-manager-0");
        assertThat(cluster.pods()).containsExactly("main-app-0");
    }

    @Test
    void refusesToDeleteAPodOfAnotherServiceOrNone() {
        Cluster.settled(runtime);
        assertThatThrownBy(() -> runtime.restart(MANAGER, "main-app-0"))
                .isInstanceOf(RemedyRefused.class)
                .hasMessage("pod must be one of trade-manager, was main-app-0");
        assertThatThrownBy(() -> runtime.restart(MANAGER, "gone")).isInstanceOf(RemedyRefused.class);
        assertThat(cluster.pods()).containsExactly("main-app-0", "trade-manager-0");
    }

    @Test
    void rollsADeploymentAsKubectlDoes() {
        Cluster.settled(runtime);
        runtime.roll(MANAGER);
        assertThat(cluster.deploymentOf("trade-manager")
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getAnnotations())
                .containsExactly(Map.entry("kubectl.kubernetes.io/restartedAt", "2026-11-22T12:00:00Z"));
        assertThat(cluster.deploymentOf("main-app")
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getAnnotations())
                .isNullOrEmpty();
        assertThatThrownBy(() -> runtime.roll(new ServiceName("tea-kettle")))
                .isInstanceOf(RemedyRefused.class)
                .hasMessage("no deployment is labelled tea-kettle");
    }

    @Test
    void readsAPauseWithItsOwnerAndItsEnd() {
        cluster.annotate(
                "trade-manager",
                Map.of("rec.io/paused-by", "jane", "rec.io/paused-until", "2026-11-22T13:00:00+01:00"));
        assertThat(Cluster.settled(runtime).pauses())
                .isEqualTo(Map.of(MANAGER, new Pause("jane", SystemTime.of(NOON))));
    }

    @Test
    void ignoresAPauseThatNobodyOwnsOrThatNeverEnds() {
        cluster.annotate("trade-manager", Map.of("rec.io/paused-by", "jane"));
        cluster.annotate("main-app", Map.of("rec.io/paused-until", "2026-11-22T13:00:00Z"));
        assertThat(Cluster.settled(runtime).pauses()).isEmpty();
    }

    @Test
    void saysThatTheApiServerIsAwayThoughItsInformersStillKnowThePods() {
        Cluster.settled(runtime);
        server.shutdown();
        assertThatThrownBy(runtime::services)
                .isInstanceOf(RuntimeUnreachable.class)
                .hasMessageStartingWith("API server does not show the lease");
        assertThatThrownBy(() -> runtime.restart(MANAGER, "trade-manager-0")).isInstanceOf(RuntimeUnreachable.class);
        assertThatThrownBy(() -> runtime.roll(MANAGER)).isInstanceOf(RuntimeUnreachable.class);
    }
}
