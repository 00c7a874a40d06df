package io.recio.localstack.cluster;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.recio.localstack.stack.Progress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the API server would take every object the chart renders: a server-side dry run, under a name nobody has. */
final class DryRun {

    private static final String NAME = "recio-dry-run";

    /** What the samples leave out. */
    private static final Map<String, String> EVERYTHING = Map.of(
            "ingress.enabled", "true",
            "ingress.className", "nginx",
            "ingress.tlsSecret", "recio-tls",
            "backup.enabled", "true",
            "migrations.hook", "false",
            "monitoring.dashboards", "true",
            "detector.nodeMetrics", "true",
            "services.trade-manager.replicas", "2");

    private final Path home;
    private final Cluster cluster;
    private final Progress out;

    /** @param home the repository */
    DryRun(Path home, Cluster cluster, Progress out) {
        this.home = home;
        this.cluster = cluster;
        this.out = out;
    }

    /** @return whether all were taken; each that was not is told with the reason */
    boolean isAccepted() {
        return isAccepted("k8s/laptop/values.yaml", Map.of())
                & isAccepted("k8s/external-database/values.yaml", EVERYTHING)
                & isAccepted("k8s/cloudnative-pg/values.yaml", Map.of());
    }

    private boolean isAccepted(String values, Map<String, String> more) {
        TemplateCommand template = new Helm(home.resolve("helm/recio"))
                .template()
                .withName(NAME)
                .withNamespace(cluster.namespace())
                .withKubeVersion(cluster.version())
                .withValuesFile(home.resolve(values));
        more.forEach(template::set);
        List<HasMetadata> objects = cluster.client()
                .load(new ByteArrayInputStream(template.call().getBytes(StandardCharsets.UTF_8)))
                .items();
        List<String> refused = new ArrayList<>();
        for (HasMetadata object : objects) {
            try {
                cluster.client()
                        .resource(object)
                        .inNamespace(cluster.namespace())
                        .dryRun()
                        .create();
            } catch (KubernetesClientException e) {
                refused.add(object.getKind() + " " + object.getMetadata().getName() + ": " + e.getMessage());
            }
        }
        out.step("The API server takes " + (objects.size() - refused.size()) + " of " + objects.size() + " objects of "
                + values + (more.isEmpty() ? "" : " with every option"));
        refused.forEach(each -> out.step("REFUSED " + each));
        return refused.isEmpty();
    }
}
