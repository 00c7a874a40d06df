package io.recio.simulator.kalshi.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and where the next part begins.
 *
 * @param cursor empty at the end
 */
record Page<T>(List<T> items, String cursor) {

    /**
     * The items after the cursor, at most {@code limit}.
     *
     * @param all in the order of the list
     * @param key what tells an item from the others for good
     * @throws WireError when the cursor is none of this list
     */
    static <T> Page<T> of(Stream<T> all, Function<T, String> key, int limit, @Nullable String cursor) {
        Iterator<T> items = all.iterator();
        if (cursor != null && !cursor.isEmpty()) {
            skipPast(items, key, decode(cursor));
        }
        List<T> part = new ArrayList<>();
        while (items.hasNext() && part.size() < limit) {
            part.add(items.next());
        }
        boolean more = items.hasNext() && !part.isEmpty();
        return new Page<>(part, more ? encode(key.apply(part.getLast())) : "");
    }

    <R> List<R> map(Function<T, R> view) {
        return items.stream().map(view).toList();
    }

    private static <T> void skipPast(Iterator<T> items, Function<T, String> key, String last) {
        while (items.hasNext()) {
            if (key.apply(items.next()).equals(last)) {
                return;
            }
        }
        throw WireError.invalid("cursor is not one of this list");
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw WireError.invalid("cursor is not one of this list");
        }
    }
}
