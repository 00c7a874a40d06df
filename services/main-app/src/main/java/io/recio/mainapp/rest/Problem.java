package io.recio.mainapp.rest;

import org.jspecify.annotations.Nullable;

/**
 * An error as a client reads it, {@code application/problem+json} (RFC 9457).
 *
 * @param type stable, such as {@code /problems/invalid-field}
 * @param field the field at fault, where there is one
 * @param expected what would have been right
 * @param found what was there
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable String expected,
        @Nullable String found) {

    private static final int LONGEST_ECHO = 80;

    static Problem of(String name, String title, int status, String detail) {
        return new Problem("/problems/" + name, title, status, detail, null, null, null);
    }

    static Problem field(String field, String expected, String found) {
        String shown = found.length() > LONGEST_ECHO ? found.substring(0, LONGEST_ECHO) + "…" : found;
        return new Problem(
                "/problems/invalid-field",
                "Invalid input",
                400,
                field + ": expected " + expected + ", found " + shown,
                field,
                expected,
                shown);
    }
}
