package io.recio.localstack.cluster;

import io.recio.localstack.directory.KubeconfigFile;
import io.recio.localstack.refusal.Refused;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
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
        /** Every object of the sample values is accepted by the API server, as a dry run. */
        OBJECTS,
        /** A simulated hour is traded and reconciled. */
        DEMO,
        /** Things are broken. */
        FAULTS,
        /** Upgrade and back while hours are traded; uninstall, reinstall on kept data. */
        RELEASES,
        /** Login and live feed through an nginx configured as the Ingress says. */
        INGRESS
    }

    private static final Map<String, String> OTHER_LOG =
            Map.of("services.trade-executor.env.QUARKUS_LOG_LEVEL", "DEBUG");

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
            names = "--from",
            paramLabel = "KEY=VALUE",
            description =
                    "A value of the release before, such as image.tag=…: RELEASES begins with it, upgrades from it"
                            + " and goes back to it. Without any it is this release with another log level.")
    private Map<String, String> from = new LinkedHashMap<>();

    @Option(
            names = "--from-chart",
            paramLabel = "DIR",
            description = "The chart of the release before; this one's by default.")
    private @Nullable Path fromChart;

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

    /** Whether another release than this one comes first. */
    boolean beginsWithAnother() {
        boolean another = !from.isEmpty() || fromChart != null;
        if (another && (has(Part.DEMO) || has(Part.FAULTS))) {
            throw new Refused("--from and --from-chart must go without DEMO and FAULTS, were given with " + parts);
        }
        return another;
    }

    /** The release before. */
    Edition before(Edition now) {
        Map<String, String> changed = new HashMap<>(now.values());
        changed.putAll(beginsWithAnother() ? from : OTHER_LOG);
        Path chart = fromChart;
        return new Edition(chart == null ? now.chart() : chart.toAbsolutePath(), changed);
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
        return KubeconfigFile.of(kubeconfig);
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
        from.forEach((key, value) ->
                command.append(" --from ").append(key).append('=').append(value));
        if (fromChart != null) {
            command.append(" --from-chart ").append(fromChart);
        }
        return command.append(" --speed ").append(speed).toString();
    }
}
