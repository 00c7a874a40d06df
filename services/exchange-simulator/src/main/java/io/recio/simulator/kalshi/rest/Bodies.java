package io.recio.simulator.kalshi.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads bodies as the exchange does: unknown fields are passed over, what is no JSON is refused. */
@ApplicationScoped
class Bodies {

    private final ObjectMapper json;

    @Inject
    Bodies(ObjectMapper json) {
        this.json = json;
    }

    /** @throws WireError when the text is no JSON of that form */
    <T> T read(String text, Class<T> form) {
        try {
            return json.readValue(text.isBlank() ? "{}" : text, form);
        } catch (JsonProcessingException e) {
            throw WireError.invalid("body must be JSON: " + e.getOriginalMessage());
        }
    }
}
