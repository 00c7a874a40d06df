package io.recio.kalshi.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.recio.kalshi.errors.UnreadableAnswer;

/** Text to wire records and back: snake case, unknown fields dropped, decimals exact, absent parts left out. */
public final class Json {

    private static final int LONGEST_EXCERPT = 300;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /**
     * @throws UnreadableAnswer when the text is not JSON or a field has another type than the record
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return checked(MAPPER.readValue(text, type), type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getSimpleName(), text, e);
        }
    }

    /**
     * @throws UnreadableAnswer when a field has another type than the record
     */
    public static <T> T read(JsonNode node, Class<T> type) {
        try {
            return checked(MAPPER.treeToValue(node, type), type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getSimpleName(), String.valueOf(node), e);
        }
    }

    /**
     * @throws UnreadableAnswer when the text is not JSON
     */
    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw unreadable("JSON", text, e);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** The beginning of a text, on one line, for messages and logs. */
    public static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…";
    }

    private static <T> T checked(T value, Class<T> type) {
        if (value == null) {
            throw new UnreadableAnswer("expected " + type.getSimpleName() + ", found null");
        }
        return value;
    }

    private static UnreadableAnswer unreadable(String expected, String text, JsonProcessingException e) {
        return new UnreadableAnswer(
                "expected " + expected + ", found '" + excerpt(text) + "': " + e.getOriginalMessage(), e);
    }
}
