package io.recio.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The recorded payloads and the slices of the exchange's schemas they are checked against. */
public final class Payloads {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> SLICES =
            List.of("/schema/kalshi-openapi-3.27.0.json", "/schema/kalshi-asyncapi-20260822.json");

    private Payloads() {}

    /** The text of a payload, such as {@code http_fills.json}. */
    public static String read(String name) {
        return resource("/exchange/" + name);
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the JSON by the schema of that name; empty when nothing is. */
    public static List<String> violations(String schema, String text) {
        JsonNode slice = SLICES.stream()
                .map(name -> json(resource(name)))
                .filter(root -> root.path("$defs").has(schema))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no slice has the schema " + schema));
        JsonSchema whole = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://recio.example/" + schema), pointingTo(slice, schema));
        return whole.validate(json(text)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode pointingTo(JsonNode slice, String schema) {
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + schema).set("$defs", slice.get("$defs"));
    }

    static String resource(String name) {
        try (InputStream in = Payloads.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such resource: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
