package io.recio.failuredetector.operator;

import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.resource.CascadePolicy;
import org.jboss.logging.Logger;

/**
 * Hands each new generation of our own policy on. It runs in every replica, so that a standby knows the policy when it takes
 * over; only the leader's desk writes the status, at its next look.
 */
@ControllerConfiguration(name = "cascade-policy")
public class CascadePolicyReconciler implements Reconciler<CascadePolicy> {

    private static final Logger LOG = Logger.getLogger(CascadePolicyReconciler.class);

    private final PolicyInForce policy;
    private final DetectorConfig.Kubernetes config;

    CascadePolicyReconciler(PolicyInForce policy, DetectorConfig config) {
        this.policy = policy;
        this.config = config.kubernetes();
    }

    @Override
    public UpdateControl<CascadePolicy> reconcile(CascadePolicy resource, Context<CascadePolicy> context) {
        if (!resource.getMetadata().getName().equals(config.policy())) {
            LOG.infof(
                    "Policy of another release is left alone policy=%s ours=%s",
                    resource.getMetadata().getName(), config.policy());
        } else if (resource.getSpec() != null) {
            policy.read(resource.getMetadata().getGeneration(), resource.getSpec());
        }
        return UpdateControl.noUpdate();
    }
}
