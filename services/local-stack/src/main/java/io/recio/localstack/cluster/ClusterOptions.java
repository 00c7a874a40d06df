package io.recio.localstack.cluster;

import io.recio.localstack.refusal.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the chart is tested on a cluster. */
public final class ClusterOptions {

    /** What is tested, in this order. */
    public enum Part {
        /** A simulated hour is traded and reconciled. */
        DEMO,
        /** Things are broken. */
        FAULTS,
        /** Upgrade, back again, uninstall, reinstall on kept data. */
        RELEASES
    }

    @Option(names = "--cluster", description = "Test the chart on the cluster of --kubeconfig instead.")
    private boolean cluster;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "The cluster; by default $KUBECONFIG, then ~/.kube/config.")
    private @Nullable Path kubeconfig;

    @Option(names = "--part", split = ",", description = "${COMPLETION-CANDIDATES}; all by default.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A value of the chart, such as image.registry=….")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--services",
            split = ",",
            paramLabel = "SERVICE",
            description = "The services whose pods are deleted and processes killed; all twelve by default.")
    private Set<String> services = new LinkedHashSet<>();

    @Option(
            names = "--fault",
            split = ",",
            paramLabel = "WORD",
            description = "Only faults with one of these words in their name, such as frozen.")
    private Set<String> faults = new LinkedHashSet<>();

    @Option(names = "--speed", paramLabel = "N", defaultValue = "30", description = "Business seconds per real second.")
    private int speed = 30;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the table of faults here, as Markdown.")
    private @Nullable Path report;

    /** Whether a cluster is meant at all. */
    public boolean isWanted() {
        return cluster;
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    Map<String, String> values() {
        return values;
    }

    /** Empty: all. */
    Set<String> services() {
        return services;
    }

    boolean isChosen(Fault fault) {
        return faults.isEmpty() || faults.stream().anyMatch(fault.name()::contains);
    }

    int speed() {
        return speed;
    }

    @Nullable
    Path report() {
        return report;
    }

    Path kubeconfigFile() {
        String named = System.getenv("KUBECONFIG");
        Path given = kubeconfig;
        Path file = given != null
                ? given
                : named != null && !named.isBlank()
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".kube", "config");
        if (!Files.isReadable(file)) {
            throw new Refused("a kubeconfig is needed, " + file + " cannot be read; name one with --kubeconfig");
        }
        return file.toAbsolutePath();
    }

    /** As it was typed, for the report. */
    String command() {
        StringBuilder command = new StringBuilder("./recio test --cluster");
        if (parts.size() < Part.values().length) {
            parts.forEach(part -> command.append(" --part ").append(part));
        }
        if (!services.isEmpty()) {
            command.append(" --services ").append(String.join(",", services));
        }
        if (!faults.isEmpty()) {
            command.append(" --fault ").append(String.join(",", faults));
        }
        values.forEach((key, value) ->
                command.append(" --set ").append(key).append('=').append(value));
        return command.append(" --speed ").append(speed).toString();
    }
}
