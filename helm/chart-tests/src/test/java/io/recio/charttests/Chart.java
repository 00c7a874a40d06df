package io.recio.charttests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart, rendered by Helm itself for a release called {@code recio}, for the oldest Kubernetes it promises. */
final class Chart {

    static final Path DIRECTORY = Path.of("..", "recio").toAbsolutePath().normalize();
    static final Path REPOSITORY = DIRECTORY.getParent().getParent();

    /** Values a live installation needs at least. */
    static final Map<String, String> LIVE = Map.of(
            "mode", "live",
            "account", "jane",
            "kalshi.existingSecret", "jane-kalshi");

    /** Everything in one release; k8s/laptop/values.yaml holds the same. */
    static final Map<String, String> LAPTOP = Map.of(
            "postgresql.enabled", "true",
            "secrets.generate", "true",
            "firstAdmin.existingSecret", "recio-first-admin",
            "scripts.existingSecret", "recio-scripts");

    /** Login at an identity provider, on a port of its own. */
    static final Map<String, String> PROVIDER = Map.of(
            "oidc.issuer", "https://id.example.com:8443/realms/house",
            "oidc.existingSecret", "jane-oidc",
            "oidc.label", "Example",
            "oidc.traderGroups[0]", "night shift",
            "oidc.traderGroups[1]", "day shift",
            "oidc.adminGroups[0]", "owners");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String NO_HOOK = "recio.test/hook";
    private static final String OLDEST_KUBERNETES = "1.20.2";

    private final List<JsonNode> objects;

    private Chart(List<JsonNode> objects) {
        this.objects = objects;
    }

    static Chart rendered() {
        return rendered(Map.of());
    }

    /** @throws IllegalStateException with Helm's words when the values are refused */
    static Chart rendered(Map<String, String> values) {
        return rendered(values, OLDEST_KUBERNETES);
    }

    static Chart rendered(Map<String, String> values, String kubernetes) {
        TemplateCommand template = new Helm(DIRECTORY)
                .template()
                .withName("recio")
                .withNamespace("trading")
                .withKubeVersion(kubernetes);
        values.forEach(template::set);
        return new Chart(documents(template.call()));
    }

    /** What runs before the release's own objects. */
    static Chart hooks(Map<String, String> values) {
        return hooks(values, false);
    }

    /** What {@code helm test} runs. */
    static Chart helmTest(Map<String, String> values) {
        return hooks(values, true);
    }

    /** Helm's library renders no hooks, so they are read from a copy of the chart in which their annotation goes by another name. */
    private static Chart hooks(Map<String, String> values, boolean ofTest) {
        try {
            Path copy = Files.createTempDirectory("chart-");
            copyWithoutHooks(copy);
            TemplateCommand template = new Helm(copy)
                    .template()
                    .withName("recio")
                    .withNamespace("trading")
                    .withKubeVersion(OLDEST_KUBERNETES);
            values.forEach(template::set);
            return new Chart(documents(template.call()).stream()
                    .filter(object -> object.at("/metadata/annotations").has(NO_HOOK))
                    .filter(object -> ofTest
                            == object.at("/metadata/annotations")
                                    .path(NO_HOOK)
                                    .asText()
                                    .equals("test"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code helm install} would say. */
    static String notes(Map<String, String> values) {
        InstallCommand install = new Helm(DIRECTORY)
                .install()
                .withName("recio")
                .withNamespace("trading")
                .clientOnly()
                .dryRun();
        values.forEach(install::set);
        String output = install.call().getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }

    static LintResult linted() {
        return new Helm(DIRECTORY).lint().strict().call();
    }

    static JsonNode file(String name) {
        try {
            return YAML.readTree(DIRECTORY.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> all() {
        return objects;
    }

    List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    List<String> names(String kind) {
        return all(kind).stream().map(Chart::name).sorted().toList();
    }

    JsonNode one(String kind, String name) {
        return all(kind).stream()
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " " + name + " expected, found " + names(kind)));
    }

    /** The pod that a Deployment of the release makes, by its name on the architecture picture. */
    Pod pod(String service) {
        return Pod.of(one("Deployment", "recio-" + service));
    }

    /** Pods of all Deployments and Jobs. */
    List<Pod> pods() {
        return objects.stream()
                .filter(object -> object.path("spec").has("template"))
                .map(Pod::of)
                .toList();
    }

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    private static void copyWithoutHooks(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(DIRECTORY.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.writeString(copy, Files.readString(file).replace("helm.sh/hook:", NO_HOOK + ":"));
                }
                copy.toFile().deleteOnExit();
            }
        }
    }

    private static List<JsonNode> documents(String yaml) {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            while (each.hasNext()) {
                JsonNode document = each.next();
                if (document.isObject()) {
                    documents.add(document);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }
}
