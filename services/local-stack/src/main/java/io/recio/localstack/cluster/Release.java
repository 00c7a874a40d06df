package io.recio.localstack.cluster;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.UpgradeCommand;
import java.nio.file.Path;
import java.util.Map;

/** The chart's release in the namespace, by Helm itself. */
final class Release {

    static final String NAME = "recio";

    /** Seconds the jobs that go before a release may take. */
    private static final int HOOK_TIMEOUT = 900;

    private final Path home;
    private final Path kubeconfig;
    private final String namespace;

    /** @param home the repository */
    Release(Path home, Path kubeconfig, String namespace) {
        this.home = home;
        this.kubeconfig = kubeconfig;
        this.namespace = namespace;
    }

    String install(Map<String, String> values) {
        InstallCommand install = new Helm(home.resolve("helm/recio"))
                .install()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeconfig)
                .withValuesFile(laptop())
                .withTimeout(HOOK_TIMEOUT);
        values.forEach(install::set);
        return install.call().getStatus();
    }

    /** @return the revision */
    String upgrade(Map<String, String> values) {
        UpgradeCommand upgrade = new Helm(home.resolve("helm/recio"))
                .upgrade()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeconfig)
                .withValuesFile(laptop())
                .withTimeout(HOOK_TIMEOUT);
        values.forEach(upgrade::set);
        return upgrade.call().getRevision();
    }

    /** {@code helm test}; throws when a service gives no results or the page does not answer. */
    void check() {
        Helm.test(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeconfig)
                .withTimeout(HOOK_TIMEOUT)
                .call();
    }

    void uninstall() {
        Helm.uninstall(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeconfig)
                .ignoreNotFound()
                .call();
    }

    private Path laptop() {
        return home.resolve("k8s/laptop/values.yaml");
    }
}
