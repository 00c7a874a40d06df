package io.recio.failuredetector.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.javaoperatorsdk.operator.Operator;
import io.recio.domain.price.Symbol;
import io.recio.failuredetector.Settings;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.policy.PolicyInForce.Verdict;
import io.recio.failuredetector.resource.CascadePolicy;
import io.recio.failuredetector.resource.CascadePolicySpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator itself, in front of a mock API server. */
@EnableKubernetesMockClient(crud = true)
class CascadePolicyReconcilerTest {

    KubernetesClient client;

    private final PolicyInForce policy = new PolicyInForce(Settings.defaults());
    private Operator operator;

    @BeforeEach
    void start() {
        operator = OperatorFixtures.operator(
                client, policy, Settings.of(Map.of("kubernetes.namespace", "trading", "kubernetes.policy", "recio")));
        operator.start();
    }

    @AfterEach
    void stop() {
        operator.stop();
    }

    @Test
    void bringsEachGenerationOfOurPolicyIntoForce() {
        write("recio", 1, patience("20s"));
        await().until(() -> policy.verdict().equals(Optional.of(new Verdict(1, Optional.empty()))));
        assertThat(policy.policy(List.of(Symbol.BTC)).patience()).isEqualTo(Duration.ofSeconds(20));
        write("recio", 2, patience("25s"));
        await().until(() -> policy.policy(List.of(Symbol.BTC)).patience().equals(Duration.ofSeconds(25)));
    }

    @Test
    void leavesAnotherReleasesPolicyAlone() {
        write("other", 9, patience("40s"));
        write("recio", 1, patience("20s"));
        await().until(() -> policy.verdict().isPresent());
        assertThat(policy.verdict()).contains(new Verdict(1, Optional.empty()));
    }

    private static CascadePolicySpec patience(String text) {
        return new CascadePolicySpec(
                null, null, new CascadePolicySpec.Thresholds(null, text, null, null, null), null, null);
    }

    /** The mock does not count generations. */
    private void write(String name, long generation, CascadePolicySpec spec) {
        CascadePolicy resource = new CascadePolicy();
        resource.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace("trading")
                .withGeneration(generation)
                .build());
        resource.setSpec(spec);
        client.resource(resource).createOr(editable -> editable.update());
    }
}
