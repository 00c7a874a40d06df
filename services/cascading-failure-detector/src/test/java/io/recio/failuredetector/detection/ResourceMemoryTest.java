package io.recio.failuredetector.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.recio.domain.health.DetectorHistory;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.health.ServiceHistory;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.Withheld;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.Settings;
import io.recio.failuredetector.incident.IncidentBook;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.resource.CascadePolicy;
import io.recio.failuredetector.resource.CascadePolicySpec;
import io.recio.failuredetector.resource.CascadePolicyStatus;
import io.recio.failuredetector.resource.CascadePolicyStatus.NotTaken;
import io.recio.failuredetector.resource.CascadePolicyStatus.Taken;
import io.recio.failuredetector.runtime.Cluster;
import io.recio.fixtures.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class ResourceMemoryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SystemTime AT = SystemTime.of(NOON);
    private static final ServiceName MANAGER = new ServiceName("trade-manager");

    KubernetesMockServer server;
    KubernetesClient client;
    private KubernetesClient hurried;

    private final FixedClock clock = new FixedClock(NOON, NOON);
    private final PolicyInForce policy = new PolicyInForce(Settings.defaults());
    private ResourceMemory memory;

    @BeforeEach
    void install() {
        hurried = Cluster.hurried(client);
        new Cluster(client).declarePolicy();
        memory = replica("one");
    }

    @AfterEach
    void giveBack() {
        memory.release();
        hurried.close();
    }

    @Test
    void letsOneReplicaLeadUntilItGivesTheLeaseBack() {
        Remembered known = lead(memory);
        assertThat(known).isEqualTo(Remembered.NOTHING.inEpoch(1));
        ResourceMemory other = replica("two");
        try {
            assertThat(other.lead()).isEmpty();
            assertThat(memory.save(known)).isTrue();
            memory.release();
            assertThat(memory.leads()).isFalse();
            assertThat(lead(other).epoch()).isEqualTo(2);
        } finally {
            other.release();
        }
        assertThat(client.leases()
                        .inNamespace("trading")
                        .withName("recio-cascading-failure-detector")
                        .get())
                .isNotNull();
    }

    @Test
    void goesOnFromTheStatusThatTheFormerLeaderLeft() {
        lead(memory);
        Remembered remembered = remembered(7);
        assertThat(memory.save(remembered)).isTrue();
        memory.release();
        ResourceMemory next = replica("two");
        try {
            assertThat(lead(next)).isEqualTo(remembered.inEpoch(2));
        } finally {
            next.release();
        }
    }

    @Test
    void showsPeopleWhatWasDecided() {
        policy.read(3, new CascadePolicySpec(null, null, null, null, null));
        lead(memory);
        memory.save(remembered(7));
        CascadePolicyStatus status = status();
        assertThat(status.observedGeneration()).isEqualTo(3);
        assertThat(status.level()).isEqualTo("critical");
        assertThat(status.rootCause()).isEqualTo("trade-manager");
        assertThat(status.rootCauses()).containsExactly("trade-manager");
        assertThat(status.lastRemedy()).isEqualTo("restart m-1 at 2026-11-22T12:00:00Z");
        assertThat(status.lastRemedies())
                .containsExactly(
                        new Taken("2026-11-22T12:00:00Z", "trade-manager", "restart", "m-1", "HEARTBEAT_MISSED"));
        assertThat(status.withheld())
                .containsExactly(
                        new NotTaken("trade-manager", "BACKING_OFF", "after 1 restarts", "2026-11-22T12:00:00Z"));
        assertThat(status.leader()).isEqualTo("one");
        assertThat(status.epoch()).isEqualTo(1);
        assertThat(status.conditions())
                .extracting(Condition::getType, Condition::getStatus, Condition::getReason, Condition::getMessage)
                .containsExactly(
                        tuple("Accepted", "True", "SpecificationInForce", "generation 3 is in force"),
                        tuple("Healthy", "False", "RootCauseFound", "trade-manager"),
                        tuple("Acting", "True", "RemediesAllowed", "remedies are taken"));
    }

    /** Kubernetes 1.20 built with a newer Go takes an empty text for none and refuses the whole status; the mock does not. */
    @Test
    void writesNoEmptyText() {
        lead(memory);
        memory.save(Remembered.NOTHING.inEpoch(1));
        assertThat(client.getKubernetesSerialization().asJson(status())).doesNotContain(":\"\"");
    }

    @Test
    void saysWhyASpecificationIsNotInForceAndSinceWhenNothingChanged() {
        lead(memory);
        memory.save(Remembered.NOTHING.inEpoch(1));
        clock.advance(Duration.ofMinutes(1));
        policy.read(
                2,
                new CascadePolicySpec(
                        null, null, new CascadePolicySpec.Thresholds(null, "soon", null, null, null), null, null));
        assertThat(memory.save(Remembered.NOTHING.inEpoch(1))).isTrue();
        assertThat(status().conditions())
                .extracting(Condition::getType, Condition::getStatus, Condition::getLastTransitionTime)
                .containsExactly(
                        tuple("Accepted", "False", "2026-11-22T12:01:00Z"),
                        tuple("Healthy", "True", "2026-11-22T12:00:00Z"),
                        tuple("Acting", "True", "2026-11-22T12:00:00Z"));
        assertThat(status().conditions().getFirst().getMessage())
                .isEqualTo("thresholds.patience must be a duration such as 15s, 2m or 4h, was 'soon'");
    }

    @Test
    void writesCountersThatMoveAllTheTimeOnlyNowAndThen() {
        lead(memory);
        memory.save(remembered(7));
        String version = version();
        clock.advance(Duration.ofSeconds(29));
        assertThat(memory.save(remembered(8))).isTrue();
        assertThat(version()).isEqualTo(version);
        clock.advance(Duration.ofSeconds(1));
        assertThat(memory.save(remembered(9))).isTrue();
        assertThat(version()).isNotEqualTo(version);
    }

    @Test
    void remembersNothingOnceAnotherHasLed() {
        lead(memory);
        assertThat(memory.save(remembered(7))).isTrue();
        CascadePolicy resource = client.resources(CascadePolicy.class)
                .inNamespace("trading")
                .withName("recio")
                .get();
        CascadePolicyStatus mine = resource.getStatus();
        resource.setStatus(new CascadePolicyStatus(
                1L, "none", null, List.of(), null, List.of(), List.of(), List.of(), "two", 2L, mine.memory()));
        client.resource(resource).updateStatus();
        assertThat(memory.save(remembered(7).withOutlook(Outlook.NONE)))
                .as("it woke up late and still believes that it leads")
                .isFalse();
        assertThat(status().leader()).isEqualTo("two");
    }

    @Test
    void remembersNothingWithoutThePolicyOrTheApiServer() {
        lead(memory);
        client.resources(CascadePolicy.class)
                .inNamespace("trading")
                .withName("recio")
                .delete();
        assertThat(memory.save(remembered(7))).isFalse();
        server.shutdown();
        assertThat(memory.save(remembered(7))).isFalse();
    }

    private ResourceMemory replica(String name) {
        return new ResourceMemory(
                hurried,
                Settings.of(Map.of(
                                "kubernetes.namespace", "trading",
                                "kubernetes.lease-duration", "10M",
                                "kubernetes.renew-deadline", "9M",
                                "kubernetes.retry-period", "0.2S"))
                        .kubernetes(),
                policy,
                name,
                clock);
    }

    private static Remembered lead(ResourceMemory memory) {
        return await().until(memory::lead, Optional::isPresent).orElseThrow();
    }

    private CascadePolicyStatus status() {
        return client.resources(CascadePolicy.class)
                .inNamespace("trading")
                .withName("recio")
                .get()
                .getStatus();
    }

    private String version() {
        return client.resources(CascadePolicy.class)
                .inNamespace("trading")
                .withName("recio")
                .get()
                .getMetadata()
                .getResourceVersion();
    }

    private static Remembered remembered(long workDone) {
        DetectorHistory history = new DetectorHistory(
                new TreeMap<>(Map.of(
                        MANAGER,
                        new ServiceHistory(
                                Optional.of(AT),
                                Optional.empty(),
                                List.of(AT),
                                new TreeMap<>(Map.of("m-1", new ServiceHistory.Progress(workDone, AT)))))),
                Optional.empty(),
                Optional.empty());
        Outlook outlook = new Outlook(
                        IncidentLevel.CRITICAL,
                        false,
                        List.of("trade-manager"),
                        List.of(),
                        List.of(new Withheld(
                                MANAGER, Withheld.Reason.BACKING_OFF, "after 1 restarts", Optional.of(AT))))
                .with(List.of(new RemedyDecided(
                        UUID.fromString("00000000-0000-0000-0000-000000000001"),
                        Optional.empty(),
                        "trade-manager",
                        Optional.of("m-1"),
                        "restart",
                        false,
                        "HEARTBEAT_MISSED",
                        AT)));
        return new Remembered(
                1, List.of(Symbol.BTC), history, IncidentBook.EMPTY, Optional.empty(), outlook, List.of());
    }
}
