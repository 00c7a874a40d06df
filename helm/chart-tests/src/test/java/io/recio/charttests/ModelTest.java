package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rendered object is one that Kubernetes knows, field by field: a misspelt field would be dropped without a word. */
class ModelTest {

    /** Of the Prometheus operator, whose model is not at hand. */
    private static final Set<String> FOREIGN = Set.of("PodMonitor", "PrometheusRule");

    private static final KubernetesSerialization KINDS = new KubernetesSerialization();

    /** The models keep unknown fields aside; here they are to fail. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Stream<Map<String, String>> installations() {
        Map<String, String> everything = new HashMap<>(Chart.LIVE);
        everything.putAll(Map.of(
                "ingress.enabled", "true",
                "ingress.tlsSecret", "recio-tls",
                "monitoring.podMonitor", "true",
                "monitoring.prometheusRule", "true",
                "monitoring.dashboards", "true",
                "alerts.channels.pager.kind", "slack",
                "alerts.existingSecret", "recio-alerts",
                "services.trade-manager.replicas", "2",
                "pod.tolerations[0].key", "spot",
                "migrations.hook", "false"));
        everything.put("detector.policy.thresholds.patience", "20s");
        everything.put("detector.policy.services.trade-manager.critical", "true");
        everything.put("detector.policy.services.trade-manager.functionalFailure.figures[0]", "bookkeeping");
        return Stream.of(Map.of(), Map.of("migrations.hook", "false"), Chart.LAPTOP, Map.copyOf(everything));
    }

    @ParameterizedTest
    @MethodSource("installations")
    void rendersOnlyFieldsThatKubernetesKnows(Map<String, String> values) throws JsonProcessingException {
        for (JsonNode object : Chart.rendered(values, "1.31.0").all()) {
            String kind = object.path("kind").asText();
            if (kind.equals("CascadePolicy")) {
                requireKnown("spec", object.path("spec"), crd().path("spec"));
            } else if (!FOREIGN.contains(kind)) {
                assertThat(STRICT.treeToValue(object, model(object))).as(kind).isNotNull();
            }
        }
    }

    @Test
    void makesSecretsWithFieldsThatKubernetesKnows() throws JsonProcessingException {
        for (JsonNode object : Chart.hooks(Chart.LAPTOP).all()) {
            assertThat(STRICT.treeToValue(object, model(object))).isNotNull();
        }
    }

    @Test
    void checksAReleaseWithFieldsThatKubernetesKnows() throws JsonProcessingException {
        for (JsonNode object : Chart.helmTest(Chart.LAPTOP).all()) {
            assertThat(STRICT.treeToValue(object, model(object))).isNotNull();
        }
    }

    @Test
    void wouldNoticeAMisspeltField() {
        JsonNode deployment =
                Chart.rendered().one("Deployment", "recio-main-app").deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec")).put("serviceAccuntName", "x");
        assertThatThrownBy(() -> STRICT.treeToValue(deployment, model(deployment)))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("serviceAccuntName");
    }

    @Test
    void bringsTheDefinitionOfItsOwnResource() throws JsonProcessingException {
        JsonNode definition = Chart.file("crds/cascadepolicies.rec.io-v1.yml");
        assertThat(STRICT.treeToValue(definition, model(definition))).isNotNull();
        assertThat(definition.at("/metadata/name").asText()).isEqualTo("cascadepolicies.rec.io");
    }

    private static Class<? extends KubernetesResource> model(JsonNode object) {
        Class<? extends KubernetesResource> model = KINDS.getRegisteredKubernetesResource(
                object.path("apiVersion").asText(), object.path("kind").asText());
        if (model == null) {
            throw new AssertionError("kind must be one that Kubernetes has, was " + object.path("apiVersion") + " "
                    + object.path("kind"));
        }
        return model;
    }

    private static JsonNode crd() {
        return Chart.file("crds/cascadepolicies.rec.io-v1.yml")
                .at("/spec/versions/0/schema/openAPIV3Schema/properties");
    }

    private static void requireKnown(String path, JsonNode value, JsonNode schema) {
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").has(field.getKey())
                    ? schema.path("properties").path(field.getKey())
                    : schema.path("additionalProperties");
            assertThat(known.isObject()).as(path + "." + field.getKey()).isTrue();
            requireKnown(path + "." + field.getKey(), field.getValue(), known);
        });
    }
}
