package io.recio.failuredetector.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.policy.PolicyInForce;

/** The operator as the service has it, for tests of other packages. */
public final class OperatorFixtures {

    private OperatorFixtures() {}

    /** Not started; its end leaves the client open. */
    public static Operator operator(KubernetesClient client, PolicyInForce policy, DetectorConfig config) {
        Operator operator = new Operator(overrider -> overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                // By default the process ends, and this one is the tests'.
                .withInformerStoppedHandler((informer, cause) -> {})
                .checkingCRDAndValidateLocalModel(false));
        operator.register(
                new CascadePolicyReconciler(policy, config),
                override -> override.settingNamespace(config.kubernetes().namespace()));
        return operator;
    }
}
