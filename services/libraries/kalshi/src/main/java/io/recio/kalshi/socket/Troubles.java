package io.recio.kalshi.socket;

import io.recio.kalshi.wire.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** Counts what came over the stream and could not be used; the first of each kind is logged. Thread safe. */
final class Troubles {

    private static final Logger LOG = Logger.getLogger(KalshiWebSocket.class);
    /** The kinds hold the server's words; beyond this many they are counted together. */
    private static final int MOST_KINDS = 50;

    private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String kind, String body, String reason) {
        String known = counts.containsKey(kind) || counts.size() < MOST_KINDS ? kind : "other";
        LongAdder counter = counts.get(known);
        if (counter == null) {
            counter = counts.computeIfAbsent(known, unused -> new LongAdder());
            LOG.warnf("Unusable frame kind='%s' reason='%s' body='%s'", known, reason, Json.excerpt(body));
        }
        counter.increment();
    }

    Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((kind, count) -> copy.put(kind, count.sum()));
        return copy;
    }
}
