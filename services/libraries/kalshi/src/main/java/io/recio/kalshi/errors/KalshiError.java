package io.recio.kalshi.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The exchange's own words about a refused call. Absent parts are empty.
 *
 * <p>On the wire the error comes as {@code {"error":{code,message,details}}}, as {@code {"error":"text"}}, as a bare
 * {@code {code,message,details}}, or as no JSON at all (EXCHANGES, section A11); all four are read.
 */
public record KalshiError(String code, String message, String details) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_TEXT = 200;

    /** Reads an error body; never fails. */
    public static KalshiError parse(String body) {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return new KalshiError("", truncated(body), "");
        }
        if (root == null || !root.isObject()) {
            return new KalshiError("", truncated(body), "");
        }
        JsonNode error = root.has("error") ? root.get("error") : root;
        if (!error.isObject()) {
            return new KalshiError("", truncated(error.asText("")), "");
        }
        return new KalshiError(text(error, "code"), text(error, "message"), text(error, "details"));
    }

    private static String text(JsonNode error, String field) {
        JsonNode value = error.path(field);
        return truncated(value.isValueNode() ? value.asText("") : value.toString());
    }

    private static String truncated(String text) {
        String line = text.strip();
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }

    /** Facts for a log line. */
    @Override
    public String toString() {
        return "code=" + code + " message='" + message + "'" + (details.isEmpty() ? "" : " details='" + details + "'");
    }
}
