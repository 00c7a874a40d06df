package io.recio.localstack.cluster;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.UpgradeCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The chart's release in the namespace, by Helm itself. */
final class Release {

    static final String NAME = "recio";

    /** Seconds the jobs that go before a release may take. */
    private static final int HOOK_TIMEOUT = 900;

    private final Path laptop;
    private final Path kubeconfig;
    private final String namespace;

    /** @param laptop the values to begin with */
    Release(Path laptop, Path kubeconfig, String namespace) {
        this.laptop = laptop;
        this.kubeconfig = kubeconfig;
        this.namespace = namespace;
    }

    /** @return how it stands */
    String install(Edition edition) {
        InstallCommand install = new Helm(edition.chart())
                .install()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeconfig)
                .withValuesFile(laptop)
                .withTimeout(HOOK_TIMEOUT);
        edition.values().forEach(install::set);
        return install.call().getStatus();
    }

    /** @return the revision */
    String upgrade(Edition edition) {
        return upgradeTo(edition).withTimeout(HOOK_TIMEOUT).call().getRevision();
    }

    /**
     * An upgrade that waits until all are ready, and goes back by itself when they are not.
     *
     * @return what Helm said when it failed; empty when it did not
     */
    Optional<String> upgradeOrBack(Edition edition, Duration limit) {
        try {
            upgradeTo(edition)
                    .atomic()
                    .waitReady()
                    .withTimeout(Math.toIntExact(limit.toSeconds()))
                    .call();
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(e.getMessage());
        }
    }

    private UpgradeCommand upgradeTo(Edition edition) {
        UpgradeCommand upgrade = new Helm(edition.chart())
                .upgrade()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfig(kubeconfig)
                .withValuesFile(laptop);
        edition.values().forEach(upgrade::set);
        return upgrade;
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
}
