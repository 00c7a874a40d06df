package io.recio.failuredetector.incident;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.servicekit.ServiceIdentity;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** An Event on the {@code CascadePolicy} per remedy, taken (Warning) or withheld (Normal): {@code kubectl describe cpol}. */
@Singleton
@Typed(KubernetesEvents.class)
final class KubernetesEvents implements Announcer {

    private static final Logger LOG = Logger.getLogger(KubernetesEvents.class);

    private static final String API_VERSION = "rec.io/v1alpha1";
    private static final String KIND = "CascadePolicy";

    private final KubernetesClient client;
    private final DetectorConfig.Kubernetes config;
    private final String service;
    private final String instance;

    @Inject
    KubernetesEvents(KubernetesClient client, DetectorConfig config, ServiceIdentity identity) {
        this(client, config.kubernetes(), identity.service(), identity.instance());
    }

    KubernetesEvents(KubernetesClient client, DetectorConfig.Kubernetes config, String service, String instance) {
        this.client = client;
        this.config = config;
        this.service = service;
        this.instance = instance;
    }

    @Override
    public void announce(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry instanceof RemedyDecided remedy) {
                try {
                    client.v1()
                            .events()
                            .inNamespace(config.namespace())
                            .resource(event(remedy))
                            .create();
                } catch (KubernetesClientException e) {
                    LOG.debugf("Event is not written remedy=%s reason='%s'", remedy.remedy(), e.getMessage());
                }
            }
        }
    }

    private Event event(RemedyDecided remedy) {
        String at = remedy.at().instant().toString();
        String what = remedy.action() + " of " + remedy.instance().orElse(remedy.service());
        return new EventBuilder()
                .withNewMetadata()
                .withName(config.policy() + "." + remedy.remedy())
                .withNamespace(config.namespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(API_VERSION)
                .withKind(KIND)
                .withName(config.policy())
                .withNamespace(config.namespace())
                .endInvolvedObject()
                .withType(remedy.withheld() ? "Normal" : "Warning")
                .withReason(remedy.withheld() ? "RemedyWithheld" : "RemedyTaken")
                .withMessage((remedy.withheld() ? "Withheld " : "") + what + ": " + remedy.reason())
                .withFirstTimestamp(at)
                .withLastTimestamp(at)
                .withCount(1)
                .withNewSource()
                .withComponent(service)
                .endSource()
                .withReportingComponent("rec.io/" + service)
                .withReportingInstance(instance)
                .build();
    }
}
