package io.recio.failuredetector.policy;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them into a Kubernetes object: 500ms, 15s, 2m, 4h. */
final class Lengths {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Lengths() {}

    /** @param field for the message when the text is none */
    static Duration parse(String field, String text) {
        Matcher length = FORM.matcher(text);
        if (!length.matches()) {
            throw new IllegalArgumentException(field + " must be a duration such as 15s, 2m or 4h, was '" + text + "'");
        }
        long number = Long.parseLong(length.group(1));
        return switch (length.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
