package io.recio.databasemigrator.secret;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes the secrets that do not exist yet, and the way free for a release. Ends with 0 when all are there, 1 with the reason
 * otherwise.
 */
@Command(
        name = "secrets",
        mixinStandardHelpOptions = true,
        description = "Make the secrets of a release that are missing; in a pod that may read and create them.")
public final class SecretsCommand implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger(SecretsCommand.class);

    private final KubernetesClient cluster;

    @Option(names = "--release", required = true, description = "The label app.kubernetes.io/instance of what is made.")
    private String release = "";

    @Option(names = "--login", paramLabel = "SECRET=USER", description = "username and a random password.")
    private Map<String, String> logins = new LinkedHashMap<>();

    @Option(names = "--password", paramLabel = "SECRET", description = "A random password.")
    private List<String> passwords = new ArrayList<>();

    @Option(names = "--key-pair", paramLabel = "SECRET=KIND", description = "private-key.pem and public-key.pem.")
    private Map<String, KeyKind> keyPairs = new LinkedHashMap<>();

    @Option(
            names = "--forget-job",
            paramLabel = "JOB",
            description =
                    "A job of this revision that may have stayed from when it was installed: while it exists, Helm cannot"
                            + " go back to this revision.")
    private List<String> forgotten = new ArrayList<>();

    SecretsCommand(KubernetesClient cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() {
        List<WantedSecret> wanted = new ArrayList<>();
        logins.forEach((name, user) -> wanted.add(WantedSecret.login(name, user)));
        passwords.forEach(name -> wanted.add(WantedSecret.password(name)));
        keyPairs.forEach((name, kind) -> wanted.add(WantedSecret.keyPair(name, kind)));
        KubernetesSecrets secrets = new KubernetesSecrets(cluster, release);
        KubernetesJobs jobs = new KubernetesJobs(cluster);
        try {
            forgotten.forEach(jobs::forget);
            long made = wanted.stream().filter(secrets::ensure).count();
            LOG.infof("Secrets are there made=%d kept=%d", made, wanted.size() - made);
            return 0;
        } catch (UnfitSecret | KubernetesClientException e) {
            LOG.errorf("Release could not be prepared reason=%s", e.getMessage());
            return 1;
        }
    }
}
