package io.recio.localstack.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.directory.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The chart's way through a registry, by Helm itself. */
class PublishChartIT {

    private static final Path ROOT = Home.find().root();
    private static final Path CHART = ROOT.resolve("helm/recio");
    private static final Path EXTERNAL = ROOT.resolve("k8s/external-database/values.yaml");
    private static final ReleaseVersion VERSION = ReleaseVersion.named("9.8.7");
    private static final int ERROR_STATUS = 1;

    /** @param status what the command ended with */
    private record Said(int status, String text) {}

    @Test
    void whatIsPublishedIsWhatAnInstallationFinds() throws IOException, InterruptedException {
        List<String> ours = Files.readAllLines(CHART.resolve("Chart.yaml"));
        try (OciRegistry registry = OciRegistry.start()) {
            Said said = publish("--registry", registry.name(), "--tag", VERSION.name(), "--sign-with", "nobody");

            assertThat(said.status()).as(said.text()).isZero();
            assertThat(said.text()).contains("Pushed " + registry.name() + "/charts/recio:9.8.7 as sha256:");
            assertThat(registry.manifest("9.8.7")).contains("application/vnd.cncf.helm.config.v1+json");
            Registry named = Registry.named(registry.name());
            PublishedChart found = PublishedChart.find(named, VERSION, Signer.named("nobody", named));
            assertThat(found.images(laptop()))
                    .hasSize(13)
                    .contains(registry.name() + "/main-app:9.8.7", registry.name() + "/database-migrator:9.8.7");
        }
        assertThat(Files.readAllLines(CHART.resolve("Chart.yaml"))).isEqualTo(ours);
    }

    /** With a database of its own the migrator runs before everything else, and is rendered by nobody who only looks. */
    @Test
    void theMigratorOfAnExternalDatabaseIsAmongTheImages() throws IOException, InterruptedException {
        try (OciRegistry registry = OciRegistry.start()) {
            publish("--registry", registry.name(), "--tag", VERSION.name(), "--sign-with", "nobody");
            Registry named = Registry.named(registry.name());

            assertThat(PublishedChart.find(named, VERSION, Signer.named("nobody", named))
                            .images(new Installation("trading", EXTERNAL, Path.of("none"), 1)))
                    .contains(registry.name() + "/database-migrator:9.8.7");
        }
    }

    @Test
    void withoutATagTheTreesVersionIsPublished() throws IOException {
        try (OciRegistry registry = OciRegistry.start()) {
            String version = ChartPackage.versionOf(CHART).name();

            assertThat(publish("--registry", registry.name(), "--sign-with", "nobody")
                            .text())
                    .contains("charts/recio:" + version + " as sha256:");
        }
    }

    @Test
    void aReleaseThatWasNeverPublishedIsNotFound() throws IOException, InterruptedException {
        try (OciRegistry registry = OciRegistry.start()) {
            Registry named = Registry.named(registry.name());
            PublishedChart missing = PublishedChart.find(named, VERSION, Signer.named("nobody", named));

            assertThatThrownBy(() -> missing.images(laptop())).hasMessageContaining("9.8.7: not found");
        }
    }

    @Test
    void aRegistryThatCannotBeReachedIsSaid() {
        assertThat(publish("--registry", "127.0.0.1:1/recio", "--sign-with", "nobody"))
                .satisfies(said -> assertThat(said.status()).isEqualTo(ERROR_STATUS))
                .satisfies(said -> assertThat(said.text()).contains("127.0.0.1:1"));
    }

    private static Installation laptop() {
        return new Installation("trading", ROOT.resolve("k8s/laptop/values.yaml"), Path.of("none"), 1);
    }

    private static Said publish(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine command = new CommandLine(new PublishChartCommand())
                .setOut(new PrintWriter(text))
                .setErr(new PrintWriter(text))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return ERROR_STATUS;
                });
        int status = command.execute(arguments);
        return new Said(status, text.toString());
    }
}
