package io.recio.failuredetector.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definition that the operator SDK's build makes, and the one that the chart brings. */
class CascadePolicyCrdTest {

    private static final String FILE = "cascadepolicies.rec.io-v1.yml";
    private static final Path CHART = Path.of("../../helm/recio/crds", FILE);

    @TempDir
    Path directory;

    private Path generated;

    @BeforeEach
    void generate() {
        new CRDGenerator()
                .inOutputDir(directory.toFile())
                .customResourceClasses(CascadePolicy.class)
                .forCRDVersions("v1")
                .generate();
        generated = directory.resolve(FILE);
    }

    /** The generator sorts the columns by their paths; people read the level first. */
    @Test
    void isTheChartsFileButForTheOrderOfItsColumns() throws IOException {
        JsonNode chart = tree(CHART);
        JsonNode ours = tree(generated);
        assertThat(columns(chart))
                .extracting(column -> column.path("name").asText())
                .containsExactly("Level", "Root cause", "Last remedy", "Age");
        assertThat(columns(ours)).containsExactlyInAnyOrderElementsOf(columns(chart));
        ((ArrayNode) columns(ours)).removeAll();
        ((ArrayNode) columns(chart)).removeAll();
        assertThat(chart)
                .as("copy target/kubernetes/%s of a build to helm/recio/crds, the columns in reading order", FILE)
                .isEqualTo(ours);
    }

    @Test
    void isNamespacedAndCalledCpol() throws IOException {
        CustomResourceDefinition definition =
                Serialization.unmarshal(Files.readString(generated), CustomResourceDefinition.class);
        assertThat(definition.getSpec().getGroup()).isEqualTo("rec.io");
        assertThat(definition.getSpec().getScope()).isEqualTo("Namespaced");
        assertThat(definition.getSpec().getNames().getShortNames()).containsExactly("cpol");
        assertThat(definition.getSpec().getNames().getPlural()).isEqualTo("cascadepolicies");
        assertThat(definition.getSpec().getVersions()).singleElement().satisfies(version -> {
            assertThat(version.getName()).isEqualTo("v1alpha1");
            assertThat(version.getSubresources().getStatus()).isNotNull();
            assertThat(version.getAdditionalPrinterColumns())
                    .extracting(CustomResourceColumnDefinition::getName)
                    .containsExactlyInAnyOrder("Level", "Root cause", "Last remedy", "Age");
        });
    }

    @Test
    void describesEveryFieldThatAPersonWrites() throws IOException {
        JsonNode spec = tree(generated).at("/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties");
        assertThat(spec.properties()).hasSize(5).allSatisfy(field -> assertThat(
                        field.getValue().path("description").asText())
                .as(field.getKey())
                .endsWith("."));
        assertThat(spec.at("/thresholds/properties/patience/pattern").asText()).isEqualTo("^[0-9]+(ms|s|m|h)$");
        assertThat(spec.at("/ladder/properties/steps/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactly("Instance", "Service");
        assertThat(spec.at("/services/additionalProperties/properties/standsOn/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("Database", "Coinbase", "Kalshi");
    }

    private static JsonNode columns(JsonNode definition) {
        return definition.at("/spec/versions/0/additionalPrinterColumns");
    }

    private static JsonNode tree(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}
