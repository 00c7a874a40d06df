package io.recio.failuredetector.detection;

import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request in the words of RBAC.
 *
 * @param name empty where a request names no object
 */
record Attempt(String kind, String verb, String name) {

    private static final Pattern PATH = Pattern.compile("/(?:api|apis/(?<group>[^/]+))/v[^/]+/namespaces/[^/]+"
            + "/(?<resource>[^/?]+)(?:/(?<name>[^/?]+))?(?:/(?<part>[^/?]+))?(?<query>\\?.*)?");

    private static final Map<String, String> VERBS =
            Map.of("POST", "create", "PUT", "update", "PATCH", "patch", "DELETE", "delete");

    static Attempt of(RecordedRequest request) {
        Matcher path = PATH.matcher(request.getPath());
        if (!path.matches()) {
            throw new IllegalArgumentException("request must be for a resource, was " + request.getPath());
        }
        String part = path.group("part");
        String kind = orEmpty(path.group("group")) + "/" + path.group("resource") + (part == null ? "" : "/" + part);
        String name = orEmpty(path.group("name"));
        return new Attempt(kind, verb(request.getMethod(), name, orEmpty(path.group("query"))), name);
    }

    private static String verb(String method, String name, String query) {
        if (!method.equals("GET")) {
            return VERBS.get(method);
        }
        if (query.contains("watch=true")) {
            return "watch";
        }
        return name.isEmpty() ? "list" : "get";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
