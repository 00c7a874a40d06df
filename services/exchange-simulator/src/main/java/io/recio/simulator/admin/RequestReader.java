package io.recio.simulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** Reads a request's body strictly: a field that is not known is an error, so that a misspelt one is not ignored. */
final class RequestReader {

    private final ObjectReader reader;

    RequestReader(ObjectMapper json) {
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** @throws IllegalArgumentException when the body is not such a JSON object */
    <T> T read(String body, Class<T> type) {
        try {
            T value = reader.forType(type).readValue(body);
            if (value == null) {
                throw new IllegalArgumentException("body must be a JSON object, was null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "body must be a JSON object of known fields: " + e.getOriginalMessage(), e);
        }
    }
}
