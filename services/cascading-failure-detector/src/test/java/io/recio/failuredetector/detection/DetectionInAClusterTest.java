package io.recio.failuredetector.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.Settings;
import io.recio.failuredetector.incident.IncidentFixtures;
import io.recio.failuredetector.incident.JournalEntry;
import io.recio.failuredetector.incident.JournalEntry.IncidentOpened;
import io.recio.failuredetector.observation.FakeHouse;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.request.RequestStore;
import io.recio.failuredetector.request.SystemRequest;
import io.recio.failuredetector.resource.CascadePolicy;
import io.recio.failuredetector.resource.CascadePolicySpec;
import io.recio.failuredetector.runtime.Cluster;
import io.recio.failuredetector.runtime.RuntimeFixtures;
import io.recio.failuredetector.runtime.ServiceRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole flow in front of a mock API server: pods, policy, lease, events and status are real objects there. */
@EnableKubernetesMockClient(crud = true)
class DetectionInAClusterTest {

    private static final DetectorConfig CONFIG =
            Settings.of(Map.of("runtime", "kubernetes", "kubernetes.namespace", Cluster.NAMESPACE));

    KubernetesMockServer server;
    KubernetesClient client;
    private KubernetesClient hurried;

    private final FakeHouse house = new FakeHouse();
    private final PolicyInForce policy = new PolicyInForce(CONFIG);
    private final List<JournalEntry> journal = new ArrayList<>();
    private Cluster cluster;
    private ServiceRuntime runtime;
    private ResourceMemory memory;
    private DetectionDesk desk;

    @BeforeEach
    void install() {
        hurried = Cluster.hurried(client);
        cluster = new Cluster(client);
        house.names().forEach(cluster::deploy);
        cluster.declarePolicy();
        runtime = RuntimeFixtures.kubernetes(hurried, CONFIG, house.clock);
        memory = new ResourceMemory(hurried, CONFIG.kubernetes(), policy, "detector-0", house.clock);
        desk = new DetectionDesk(
                house.observer(runtime, CONFIG, policy),
                memory,
                journal::addAll,
                NO_REQUESTS,
                new Restarts(runtime),
                new DetectorMetrics(new SimpleMeterRegistry()),
                house.clock,
                policy,
                IncidentFixtures.events(hurried, CONFIG),
                "cascading-failure-detector-0",
                UUID::randomUUID);
        desk.recover(await().until(memory::lead, Optional::isPresent).orElseThrow());
        pass(5);
    }

    @AfterEach
    void end() {
        RuntimeFixtures.stop(runtime);
        memory.release();
        hurried.close();
    }

    @Test
    void deletesTheRootCausesPodAndTellsInStatusAndEvents() {
        house.service("symbol-price-watchdog-btc").stuck("tick").forGood();
        house.service("unified-production-coordinator")
                .stuck("strike_table_btc")
                .forGood();
        pass(35);
        assertThat(cluster.pods())
                .doesNotContain("symbol-price-watchdog-btc-0")
                .contains("unified-production-coordinator-0")
                .hasSize(11);
        CascadePolicy shown = shown();
        assertThat(shown.getStatus().level()).isEqualTo("critical");
        assertThat(shown.getStatus().lastRemedy()).startsWith("restart symbol-price-watchdog-btc-0 at ");
        assertThat(shown.getStatus().withheld())
                .extracting(held -> held.service(), held -> held.reason())
                .contains(tuple("unified-production-coordinator", "DEPENDENCY_UNWELL"));
        assertThat(events())
                .extracting(Event::getReason, Event::getType, Event::getMessage)
                .contains(
                        tuple("RemedyTaken", "Warning", "restart of symbol-price-watchdog-btc-0: NO_CORRECT_RESULT"),
                        tuple(
                                "RemedyWithheld",
                                "Normal",
                                "Withheld restart of unified-production-coordinator: DEPENDENCY_UNWELL:"
                                        + " symbol-price-watchdog-btc"));
    }

    @Test
    void leavesAPausedServiceAlone() {
        cluster.annotate("main-app", Map.of("rec.io/paused-by", "jane", "rec.io/paused-until", "2026-11-22T12:10:00Z"));
        await().until(() -> !runtime.services().pauses().isEmpty());
        house.service("main-app").stuck("stream");
        pass(60);
        assertThat(cluster.pods()).hasSize(12);
        assertThat(shown().getStatus().withheld())
                .extracting(held -> held.reason(), held -> held.detail(), held -> held.until())
                .containsExactly(tuple("PAUSED_BY_OPERATOR", "by jane", "2026-11-22T12:10:00Z"));
    }

    @Test
    void recordsInADryRunWhatItWouldHaveDeleted() {
        policy.read(2, new CascadePolicySpec(true, null, null, null, null));
        house.service("main-app").stuck("stream");
        pass(60);
        assertThat(cluster.pods()).hasSize(12);
        assertThat(shown().getStatus().withheld())
                .extracting(held -> held.reason(), held -> held.detail())
                .containsExactly(tuple("DRY_RUN", "would restart main-app-0"));
        assertThat(events())
                .extracting(Event::getMessage)
                .contains("Withheld restart of main-app: DRY_RUN: would restart main-app-0");
    }

    @Test
    void freezesWhileTheApiServerIsAwayAndGoesOnLooking() {
        server.shutdown();
        house.service("main-app").stuck("stream");
        pass(30);
        assertThat(journal)
                .filteredOn(IncidentOpened.class::isInstance)
                .extracting(entry -> ((IncidentOpened) entry).rootCause())
                .containsExactly("runtime");
    }

    private static final RequestStore NO_REQUESTS = new RequestStore() {
        @Override
        public List<SystemRequest> open() {
            return List.of();
        }

        @Override
        public void answer(UUID request, boolean done, String answer) {
            throw new AssertionError("nothing was asked for");
        }
    };

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            house.clock.advance(Duration.ofSeconds(1));
            desk.look();
        }
    }

    private CascadePolicy shown() {
        return client.resources(CascadePolicy.class)
                .inNamespace(Cluster.NAMESPACE)
                .withName("recio")
                .get();
    }

    private List<Event> events() {
        return client.v1().events().inNamespace(Cluster.NAMESPACE).list().getItems();
    }
}
