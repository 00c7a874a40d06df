package io.recio.failuredetector.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.javaoperatorsdk.operator.Operator;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.Settings;
import io.recio.failuredetector.incident.IncidentFixtures;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.operator.OperatorFixtures;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.resource.CascadePolicy;
import io.recio.failuredetector.resource.CascadePolicySpec;
import io.recio.failuredetector.runtime.Cluster;
import io.recio.failuredetector.runtime.RuntimeFixtures;
import io.recio.failuredetector.runtime.ServiceRuntime;
import io.recio.fixtures.FixedClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The chart's Role is minimal: with all of it the detector does all it does in a cluster and is refused nothing, without any
 * one right it is refused what the right covers.
 */
class RightsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ServiceName MANAGER = new ServiceName("trade-manager");
    private static final ServiceName SCREEN = new ServiceName("main-app");
    private static final DetectorConfig CONFIG = Settings.of(Map.of("kubernetes.namespace", Cluster.NAMESPACE));

    private final FixedClock clock = new FixedClock(NOON, NOON);
    private final PolicyInForce policy = new PolicyInForce(CONFIG);

    private RightsGate gate;
    private KubernetesMockServer server;
    private KubernetesClient admin;
    private KubernetesClient detector;
    private Operator operator;
    private ServiceRuntime runtime;
    private ResourceMemory memory;

    static List<Right> granted() {
        return Right.granted();
    }

    @AfterEach
    void stop() {
        operator.stop();
        RuntimeFixtures.stop(runtime);
        memory.release();
        detector.close();
        admin.close();
        server.destroy();
    }

    @Test
    void needsNoRightBeyondTheGranted() {
        install(granted());
        assertThat(doesEverything()).isTrue();
        assertThat(gate.refused()).isEmpty();
        assertThat(new Cluster(admin).pods()).containsExactly("trade-manager-0");
        assertThat(admin.v1().events().inNamespace(Cluster.NAMESPACE).list().getItems())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("granted")
    void needsEachRight(Right right) {
        install(granted().stream().filter(other -> !other.equals(right)).toList());
        doesEverything();
        Set<Attempt> refused = gate.refused();
        assertThat(refused).isNotEmpty().allMatch(right::covers);
    }

    /** In the order of a detector's life; ends where something is refused. */
    private boolean doesEverything() {
        Thread.ofVirtual().start(operator::start);
        if (!comes(() -> policy.verdict().isPresent())) {
            return false;
        }
        admin.resources(CascadePolicy.class)
                .inNamespace(Cluster.NAMESPACE)
                .withName("recio")
                .edit(resource -> {
                    resource.setSpec(new CascadePolicySpec(true, null, null, null, null));
                    return resource;
                });
        return comes(policy::isDryRun)
                && comes(() -> runtime.services().running(MANAGER).size() == 1)
                && comes(() -> remembers(memory.lead()))
                && comes(() -> leaseRenewals() > 1)
                && comes(this::remedies);
    }

    private boolean remembers(Optional<Remembered> lead) {
        return lead.isPresent() && memory.save(lead.get());
    }

    private boolean remedies() {
        runtime.roll(MANAGER);
        runtime.restart(SCREEN, "main-app-0");
        IncidentFixtures.events(detector, CONFIG)
                .announce(List.of(new RemedyDecided(
                        UUID.randomUUID(),
                        Optional.empty(),
                        "main-app",
                        Optional.of("main-app-0"),
                        "restart",
                        false,
                        "NO_CORRECT_RESULT",
                        SystemTime.of(NOON))));
        return true;
    }

    private int leaseRenewals() {
        return gate.asked(new Attempt(
                "coordination.k8s.io/leases", "patch", CONFIG.kubernetes().lease()));
    }

    /** Whether it comes true before anything is refused. */
    private boolean comes(Callable<Boolean> what) {
        await().ignoreExceptions().until(() -> !gate.refused().isEmpty() || what.call());
        return gate.refused().isEmpty();
    }

    private void install(List<Right> rights) {
        gate = new RightsGate(rights);
        server = new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), gate, false);
        server.init();
        admin = server.createClient();
        Cluster cluster = new Cluster(admin);
        cluster.deploy("trade-manager");
        cluster.deploy("main-app");
        cluster.declarePolicy();
        detector = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(admin.getConfiguration())
                        .withOauthToken(RightsGate.TOKEN)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        operator = OperatorFixtures.operator(detector, policy, CONFIG);
        runtime = RuntimeFixtures.unsettled(detector, CONFIG, clock);
        memory = new ResourceMemory(detector, CONFIG.kubernetes(), policy, "detector-0", clock);
    }
}
