package io.recio.kalshi.client;

import io.recio.kalshi.limits.Charge;
import io.recio.kalshi.wire.Json;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request, not yet sent.
 *
 * @param path below the base address, such as {@code /portfolio/balance}
 * @param query {@code name=value} pairs, encoded
 * @param tokenPatience how long it may wait for tokens, when that is less than for its answer
 */
record Call(
        HttpMethod method,
        String path,
        List<String> query,
        Optional<String> body,
        Charge charge,
        Optional<Duration> tokenPatience) {

    static Call get(String path) {
        return new Call(HttpMethod.GET, path, List.of(), Optional.empty(), Charge.read(), Optional.empty());
    }

    static Call write(HttpMethod method, String path, Charge charge) {
        return new Call(method, path, List.of(), Optional.empty(), charge, Optional.empty());
    }

    /** With one more query parameter; the same name may come again. */
    Call with(String name, Object value) {
        List<String> longer = new ArrayList<>(query);
        longer.add(name + "=" + encode(String.valueOf(value)));
        return new Call(method, path, List.copyOf(longer), body, charge, tokenPatience);
    }

    Call with(String name, Optional<?> value) {
        return value.map(present -> with(name, (Object) present)).orElse(this);
    }

    Call withBody(Object wire) {
        return new Call(method, path, query, Optional.of(Json.write(wire)), charge, tokenPatience);
    }

    Call costing(long tokens) {
        Charge changed = new Charge(charge.kind(), charge.shard(), tokens, charge.urgent());
        return new Call(method, path, query, body, changed, tokenPatience);
    }

    /** Given up unsent when it would wait longer for tokens. */
    Call waitingForTokens(Duration atMost) {
        return new Call(method, path, query, body, charge, Optional.of(atMost));
    }

    String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For messages: no query, because cursors are long. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
