package io.recio.localstack.release;

import io.recio.localstack.directory.KubeconfigFile;
import io.recio.localstack.directory.TemporaryDirectory;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.CommandOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * One release to one installation. Data is never touched: migrations are expand-only, so the release before runs on the
 * new schema.
 */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = "Bring a published release to an installation: check the signatures of the chart and its images,"
                + " upgrade (or install), wait until all are ready; a failure goes back to what ran before.")
public final class DeployCommand implements Callable<Integer> {

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            defaultValue = "${env:RECIO_VERSION}",
            description = "Which release, such as 1.2.3 ($RECIO_VERSION).")
    private @Nullable String version;

    @Option(
            names = "--registry",
            paramLabel = "HOST/PATH",
            defaultValue = "${env:RECIO_REGISTRY}",
            description = "Where it was published, such as ghcr.io/jane/recio ($RECIO_REGISTRY).")
    private @Nullable String registry;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            defaultValue = "${env:RECIO_NAMESPACE}",
            description = "The installation's namespace ($RECIO_NAMESPACE).")
    private @Nullable String namespace;

    @Option(
            names = {"-f", "--values"},
            paramLabel = "FILE",
            description = "The installation's values (or as YAML in $RECIO_VALUES).")
    private @Nullable Path values;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description =
                    "The cluster (or as base64 in $RECIO_KUBECONFIG); by default $KUBECONFIG, then ~/.kube/config.")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--signed-by",
            paramLabel = "SIGNER",
            defaultValue = "${env:RECIO_SIGNED_BY}",
            description = "A public key's file, a pattern of the workflow that signed, or 'nobody' ($RECIO_SIGNED_BY;"
                    + " for ghcr.io/OWNER/REPOSITORY otherwise the release workflow of that repository).")
    private @Nullable String signedBy;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long it may take until all are ready (default 10).")
    private int minutes = 10;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Registry from = Registry.named(registry);
        ReleaseVersion release = ReleaseVersion.named(version);
        String space = namespace;
        if (space == null || space.isBlank()) {
            throw new Refused("the installation's namespace must be named by --namespace or RECIO_NAMESPACE");
        }
        if (minutes < 1) {
            throw new Refused("--minutes must be 1 or more, was " + minutes);
        }
        Signer signer = Signer.named(signedBy, from);
        try (TemporaryDirectory place = TemporaryDirectory.create("recio-deploy-")) {
            Installation installation = new Installation(space, valuesFile(place), kubeconfigFile(place), minutes);
            PublishedChart chart = PublishedChart.find(from, release, signer);
            out.step("The chart is " + chart.reference());
            for (String image : chart.images(installation)) {
                signer.check(image).ifPresent(digest -> out.step("Signed: " + image + " " + digest));
            }
            out.step("Upgrading, and waiting up to " + minutes + " minutes");
            out.step("Release " + release.name() + " runs as revision " + chart.upgrade(installation));
        }
        return 0;
    }

    private Path valuesFile(TemporaryDirectory place) throws IOException {
        Path given = values;
        if (given != null) {
            if (!Files.isReadable(given)) {
                throw new Refused("--values must be a file, " + given + " cannot be read");
            }
            return given;
        }
        String text = System.getenv("RECIO_VALUES");
        return Files.writeString(place.path().resolve("values.yaml"), text == null ? "" : text);
    }

    private Path kubeconfigFile(TemporaryDirectory place) throws IOException {
        String text = System.getenv("RECIO_KUBECONFIG");
        if (kubeconfig != null || text == null || text.isBlank()) {
            return KubeconfigFile.of(kubeconfig);
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            return Files.write(place.path().resolve("kubeconfig"), decoded);
        } catch (IllegalArgumentException e) {
            throw new Refused("RECIO_KUBECONFIG must be base64, was not", e);
        }
    }
}
