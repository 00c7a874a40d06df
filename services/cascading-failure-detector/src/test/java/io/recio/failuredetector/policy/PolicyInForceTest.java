package io.recio.failuredetector.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.Foundation;
import io.recio.domain.health.Rung;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.ServicePolicy;
import io.recio.domain.price.Symbol;
import io.recio.failuredetector.Settings;
import io.recio.failuredetector.policy.PolicyInForce.Verdict;
import io.recio.failuredetector.resource.CascadePolicy;
import io.recio.failuredetector.resource.CascadePolicySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyInForceTest {

    private static final List<Symbol> SYMBOLS = List.of(Symbol.BTC, Symbol.ETH);
    private static final ServiceName EXECUTOR = new ServiceName("trade-executor");

    private final PolicyInForce policy = new PolicyInForce(Settings.defaults());

    @Test
    void isTheDocumentedStandardUntilOneIsRead() {
        assertThat(policy.policy(SYMBOLS)).isEqualTo(DetectorPolicy.standard(SYMBOLS));
        assertThat(policy.isDryRun()).isFalse();
        assertThat(policy.verdict()).isEmpty();
    }

    @Test
    void staysTheStandardWhereTheSpecificationIsSilent() {
        assertThat(policy.read(1, spec("{}"))).isEqualTo(new Verdict(1, Optional.empty()));
        assertThat(policy.policy(SYMBOLS)).isEqualTo(DetectorPolicy.standard(SYMBOLS));
    }

    @Test
    void isWhatThePersonWrote() {
        policy.read(4, spec("""
                dryRun: true
                services:
                  kalshi-account-sync: {standsOn: [Database, Kalshi], critical: true}
                  trade-manager: {dependsOn: [kalshi-account-sync], standsOn: [Database], critical: true}
                  trade-executor: {standsOn: [Database, Kalshi], handlesOrders: true, restartable: false}
                thresholds: {heartbeatLimit: 4s, patience: 20s, startGrace: 90s, settle: 500ms, stableAfter: 1h}
                budgets: {services: 1, window: 20m, systemRestartEvery: 6h}
                ladder: {backoff: [0s, 3m], steps: [Service]}
                """));
        DetectorPolicy read = policy.policy(SYMBOLS);
        assertThat(read.services().get(EXECUTOR))
                .isEqualTo(new ServicePolicy(
                        EXECUTOR,
                        new TreeSet<>(),
                        new TreeSet<>(List.of(Foundation.DATABASE, Foundation.KALSHI)),
                        false,
                        false,
                        true));
        assertThat(read.services().get(new ServiceName("trade-manager")).dependsOn())
                .containsExactly(new ServiceName("kalshi-account-sync"));
        assertThat(read.services()).hasSize(3);
        assertThat(List.of(
                        read.heartbeatLimit(),
                        read.patience(),
                        read.startGrace(),
                        read.settle(),
                        read.stableAfter(),
                        read.budgetWindow(),
                        read.systemRestartEvery()))
                .containsExactly(
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(90),
                        Duration.ofMillis(500),
                        Duration.ofHours(1),
                        Duration.ofMinutes(20),
                        Duration.ofHours(6));
        assertThat(read.budget()).isEqualTo(1);
        assertThat(read.backoff()).containsExactly(Duration.ZERO, Duration.ofMinutes(3));
        assertThat(read.ladder()).containsExactly(Rung.SERVICE);
        assertThat(policy.isDryRun()).isTrue();
    }

    @Test
    void isTheStandardInTheExampleThatShowsEveryField() throws IOException {
        CascadePolicy example = Serialization.unmarshal(
                Files.readString(Path.of("../../k8s/cascade-policy.yaml")), CascadePolicy.class);
        assertThat(policy.read(1, example.getSpec())).isEqualTo(new Verdict(1, Optional.empty()));
        assertThat(policy.policy(SYMBOLS)).isEqualTo(DetectorPolicy.standard(SYMBOLS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thresholds: {patience: soon}              | thresholds.patience must be a duration such as 15s, 2m or 4h, was 'soon'
            budgets: {systemRestartEvery: 1h}         | budgets.systemRestartEvery must be at least 4h, was PT1H
            budgets: {services: 5}                    | budget must be 1 to 4, a third of the services, was 5
            ladder: {backoff: []}                     | backoff must allow at least one restart, was empty
            ladder: {steps: []}                       | ladder must have at least one rung, was empty
            services: {a: {dependsOn: [b]}}           | dependencies of a must be watched services, found b
            services: {a: {dependsOn: [a]}}           | services must not depend on themselves, found a
            services: {A: {}}                         | service name must be 1 to 63 lower-case letters, digits or hyphens, was 'A'
            thresholds: {stableAfter: 1m}             | stableAfter must be at least the budget's window PT10M, or the budget would forget, was PT1M
            """)
    void refusesWhatMakesNoSenseAndKeepsTheLastGoodOne(String yaml, String reason) {
        policy.read(1, spec("thresholds: {patience: 33s}"));
        assertThat(policy.read(2, spec(yaml))).isEqualTo(new Verdict(2, Optional.of(reason)));
        assertThat(policy.policy(SYMBOLS).patience()).isEqualTo(Duration.ofSeconds(33));
        assertThat(policy.verdict()).contains(new Verdict(2, Optional.of(reason)));
    }

    @Test
    void countsOnlyTheFiguresThatThePolicyNames() {
        policy.read(
                1, spec("services: {trade-executor: {functionalFailure: {figures: [intent_queue]}}, main-app: {}}"));
        assertThat(policy.isFunctional(EXECUTOR, Map.of("intent_queue", true, "group", false), false))
                .isTrue();
        assertThat(policy.isFunctional(EXECUTOR, Map.of("intent_queue", false, "group", true), false))
                .isFalse();
        assertThat(policy.isFunctional(EXECUTOR, Map.of("group", true), false))
                .as("a figure that is not shown is as the service itself says")
                .isFalse();
        assertThat(policy.isFunctional(new ServiceName("main-app"), Map.of("stream", false), true))
                .as("none named: what the service itself says")
                .isTrue();
    }

    private static CascadePolicySpec spec(String yaml) {
        return Serialization.unmarshal(yaml, CascadePolicySpec.class);
    }
}
