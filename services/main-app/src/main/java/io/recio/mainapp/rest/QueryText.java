package io.recio.mainapp.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads query and path parameters, each with the same clear refusal as a body's field. */
public final class QueryText {

    private QueryText() {}

    public static int whole(String name, @Nullable String text, int least, int most, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (text.matches("\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw ProblemException.field(name, "a whole number from " + least + " to " + most, text);
    }

    /** RFC 3339, such as {@code 2026-11-22T17:00:00Z}. */
    public static @Nullable OffsetDateTime time(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw ProblemException.field(name, "a time such as 2026-11-22T17:00:00Z", text);
        }
    }

    public static @Nullable String choice(String name, @Nullable String text, List<String> choices) {
        if (text != null && !choices.contains(text)) {
            throw ProblemException.field(name, "one of " + String.join(", ", choices), text);
        }
        return text;
    }
}
