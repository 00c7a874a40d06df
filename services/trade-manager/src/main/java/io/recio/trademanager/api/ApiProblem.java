package io.recio.trademanager.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with {@code application/problem+json} (RFC 9457); answered by {@link ProblemMappers}. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ECHO = 80;

    private final String type;
    private final String title;
    private final int status;

    private ApiProblem(String type, String title, int status, String detail) {
        super(detail);
        this.type = type;
        this.title = title;
        this.status = status;
    }

    /** 400: a field of body, query or header is wrong. */
    static ApiProblem field(String field, String expected, Object found) {
        String shown = String.valueOf(found);
        return new ApiProblem(
                "invalid-field",
                "Invalid input",
                400,
                field + ": expected " + expected + ", found "
                        + (shown.length() > LONGEST_ECHO ? shown.substring(0, LONGEST_ECHO) + "…" : shown));
    }

    static ApiProblem malformed(String detail) {
        return new ApiProblem("malformed-json", "Malformed JSON", 400, detail);
    }

    static ApiProblem unauthenticated() {
        return new ApiProblem(
                "no-token",
                "No valid token",
                401,
                "expected a valid token of main-app in Authorization: Bearer, found none");
    }

    static ApiProblem forbidden() {
        return new ApiProblem("forbidden", "Not allowed", 403, "the token's role does not cover this");
    }

    static ApiProblem unknown(String what, Object found) {
        return new ApiProblem("not-found", "Not found", 404, "expected " + what + ", found " + found);
    }

    static ApiProblem conflict(String detail) {
        return new ApiProblem("conflict", "Conflict", 409, detail);
    }

    static ApiProblem databaseAway() {
        return new ApiProblem(
                "database-away",
                "Database away",
                503,
                "the database does not answer; whether the request was made is unknown, ask again with the same key");
    }

    static ApiProblem http(int status, String title) {
        return new ApiProblem("http-" + status, title, status, "the request cannot be answered");
    }

    static ApiProblem internal(String id) {
        return new ApiProblem("internal", "Internal error", 500, "our fault, in the log under " + id);
    }

    int status() {
        return status;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "/problems/" + type);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        return document;
    }
}
