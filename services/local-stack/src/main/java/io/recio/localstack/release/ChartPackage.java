package io.recio.localstack.release;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.PushCommand;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tree's chart under the version of a release, and its way into a registry. */
final class ChartPackage {

    static final String NAME = "recio";

    private static final Pattern VERSION_LINE = Pattern.compile("(?m)^(version|appVersion): .*$");
    private static final Pattern APP_VERSION = Pattern.compile("(?m)^appVersion: (.*)$");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Path file;

    private ChartPackage(Path file) {
        this.file = file;
    }

    /** The version that the chart in the tree names. */
    static ReleaseVersion versionOf(Path chart) throws IOException {
        Matcher line = APP_VERSION.matcher(Files.readString(chart.resolve("Chart.yaml")));
        return ReleaseVersion.named(line.find() ? line.group(1).strip() : null);
    }

    /**
     * @param chart stays as it is
     * @param place an empty directory
     */
    static ChartPackage of(Path chart, ReleaseVersion version, Path place) throws IOException {
        Path copy = place.resolve(NAME);
        copy(chart, copy);
        Path head = copy.resolve("Chart.yaml");
        String ours = Files.readString(head);
        Files.writeString(head, VERSION_LINE.matcher(ours).replaceAll("$1: " + version.name()));
        new Helm(copy).packageIt().withDestination(place).call();
        return new ChartPackage(place.resolve(NAME + "-" + version.name() + ".tgz"));
    }

    /** @return the digest it has there, {@code sha256:…} */
    String push(Registry registry) {
        PushCommand push = Helm.push().withChart(file).withRemote(URI.create(registry.charts()));
        if (registry.isPlain()) {
            push.plainHttp();
        }
        String said = push.call();
        Matcher digest = DIGEST.matcher(said);
        if (!digest.find()) {
            throw new Refused("the registry must name a digest for the chart, Helm said: " + said.strip());
        }
        return digest.group();
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.toList();
        }
        for (Path each : files) {
            Files.copy(each, to.resolve(from.relativize(each).toString()));
        }
    }
}
