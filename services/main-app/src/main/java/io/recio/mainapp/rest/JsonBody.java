package io.recio.mainapp.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request's JSON object, read strictly: nothing is coerced, guessed or ignored. Each reader names the field, what was
 * expected and what was found; {@link #end()} refuses what nobody asked for.
 */
public final class JsonBody {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ObjectNode object;
    private final Set<String> read = new HashSet<>();

    private JsonBody(ObjectNode object) {
        this.object = object;
    }

    /** @throws ProblemException 400 when the text is no JSON object */
    public static JsonBody parse(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw ProblemException.malformed("expected a JSON object, found " + e.getOriginalMessage());
        }
        if (!(node instanceof ObjectNode found)) {
            throw ProblemException.malformed(
                    "expected a JSON object, found " + (node.isMissingNode() ? "nothing" : typeOf(node)));
        }
        return new JsonBody(found);
    }

    public boolean has(String field) {
        return object.hasNonNull(field);
    }

    public String text(String field, int longest) {
        String expected = "a text of 1 to " + longest + " characters";
        JsonNode node = required(field, expected);
        if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > longest) {
            throw ProblemException.field(field, expected, shown(node));
        }
        return node.textValue();
    }

    /** As {@link #text}, or null when the field is absent. */
    public @Nullable String textOrNull(String field, int longest) {
        return has(field) ? text(field, longest) : null;
    }

    /** One of the given words, exactly. */
    public String choice(String field, List<String> choices) {
        String expected = "one of " + String.join(", ", choices);
        JsonNode node = required(field, expected);
        if (!node.isTextual() || !choices.contains(node.textValue())) {
            throw ProblemException.field(field, expected, shown(node));
        }
        return node.textValue();
    }

    public boolean flag(String field) {
        JsonNode node = required(field, "true or false");
        if (!node.isBoolean()) {
            throw ProblemException.field(field, "true or false", shown(node));
        }
        return node.booleanValue();
    }

    public int whole(String field, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        JsonNode node = required(field, expected);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            throw ProblemException.field(field, expected, shown(node));
        }
        return node.intValue();
    }

    /** A decimal given as text, such as {@code "0.2500"}: amounts never pass through floating point. */
    public BigDecimal decimal(String field, BigDecimal least, BigDecimal most, int places) {
        String expected = "a decimal as text from " + least.toPlainString() + " to " + most.toPlainString()
                + " with at most " + places + " decimals";
        JsonNode node = required(field, expected);
        if (node.isTextual() && node.textValue().matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
            BigDecimal value = new BigDecimal(node.textValue());
            boolean fits = value.stripTrailingZeros().scale() <= places;
            if (fits && value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                return value.setScale(places);
            }
        }
        throw ProblemException.field(field, expected, shown(node));
    }

    /** @throws ProblemException 400 when the body holds a field that was not read */
    public void end() {
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw ProblemException.field(name, "no such field", shown(object.get(name)));
            }
        });
    }

    private JsonNode required(String field, String expected) {
        read.add(field);
        JsonNode node = object.get(field);
        if (node == null) {
            throw ProblemException.field(field, expected, "nothing");
        }
        return node;
    }

    private static String shown(JsonNode node) {
        return node.isContainerNode() ? typeOf(node) : node.toString();
    }

    private static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "nothing";
        };
    }
}
