package io.recio.databasemigrator.secret;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** The secrets of our namespace. Nothing that exists is ever changed. */
final class KubernetesSecrets {

    private static final Logger LOG = Logger.getLogger(KubernetesSecrets.class);

    private final KubernetesClient cluster;
    private final String release;

    KubernetesSecrets(KubernetesClient cluster, String release) {
        this.cluster = cluster;
        this.release = release;
    }

    /**
     * @return whether it was made now
     * @throws UnfitSecret when one exists that lacks a key
     */
    boolean ensure(WantedSecret wanted) {
        Secret found = cluster.secrets().withName(wanted.name()).get();
        if (found == null && create(wanted)) {
            LOG.infof("Secret made name=%s", wanted.name());
            return true;
        }
        require(
                wanted,
                found == null ? cluster.secrets().withName(wanted.name()).require() : found);
        return false;
    }

    /** @return false when somebody else was faster */
    private boolean create(WantedSecret wanted) {
        try {
            cluster.secrets()
                    .resource(new SecretBuilder()
                            .withNewMetadata()
                            .withName(wanted.name())
                            .addToLabels("app.kubernetes.io/instance", release)
                            .addToLabels("app.kubernetes.io/part-of", "recio")
                            .addToLabels("app.kubernetes.io/managed-by", "database-migrator")
                            .endMetadata()
                            .withType("Opaque")
                            .withStringData(wanted.content().get())
                            .build())
                    .create();
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private static void require(WantedSecret wanted, Secret found) {
        Map<String, String> data = found.getData();
        Set<String> keys = data == null ? Set.of() : data.keySet();
        if (!keys.containsAll(wanted.keys())) {
            throw new UnfitSecret("secret " + wanted.name() + " must hold " + wanted.keys() + ", held " + keys);
        }
    }
}
