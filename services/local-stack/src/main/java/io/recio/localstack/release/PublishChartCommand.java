package io.recio.localstack.release;

import io.recio.localstack.directory.Home;
import io.recio.localstack.directory.TemporaryDirectory;
import io.recio.localstack.stack.CommandOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The chart into a registry, signed by digest. */
@Command(
        name = "publish-chart",
        mixinStandardHelpOptions = true,
        description = "Package the chart, push it to a registry, and sign it by digest with cosign.")
public final class PublishChartCommand implements Callable<Integer> {

    private static final String WORKFLOW = "workflow";

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Option(
            names = "--registry",
            paramLabel = "HOST/PATH",
            defaultValue = "${env:RECIO_REGISTRY}",
            description = "Where to, such as ghcr.io/jane/recio ($RECIO_REGISTRY).")
    private @Nullable String registry;

    @Option(
            names = "--tag",
            paramLabel = "VERSION",
            defaultValue = "${env:RECIO_TAG}",
            description = "The version of chart and images ($RECIO_TAG; otherwise the tree's).")
    private @Nullable String tag;

    @Option(
            names = "--sign-with",
            paramLabel = "KEY",
            defaultValue = "${env:RECIO_SIGN_WITH:-workflow}",
            description = "A private key's file, 'workflow' for the identity of the workflow this runs in, or 'nobody'"
                    + " ($RECIO_SIGN_WITH; otherwise workflow).")
    private String key = WORKFLOW;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Registry to = Registry.named(registry);
        Path chart = Home.find().root().resolve("helm").resolve(ChartPackage.NAME);
        String given = tag;
        ReleaseVersion version =
                given == null || given.isBlank() ? ChartPackage.versionOf(chart) : ReleaseVersion.named(given);
        try (TemporaryDirectory place = TemporaryDirectory.create("recio-chart-")) {
            String digest = ChartPackage.of(chart, version, place.path()).push(to);
            out.step("Pushed " + to.chart() + ":" + version.name() + " as " + digest);
            sign(to.chart() + "@" + digest);
        }
        return 0;
    }

    private void sign(String reference) throws IOException, InterruptedException {
        if (key.equals(Signer.NOBODY)) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("sign", "--yes"));
        if (!key.equals(WORKFLOW)) {
            arguments.addAll(List.of("--key", key, "--tlog-upload=false"));
        }
        arguments.add(reference);
        Cosign.run(arguments);
        out.step("Signed " + reference);
    }
}
