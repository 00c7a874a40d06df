package io.recio.coinbase;

import io.recio.domain.time.SystemClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices a dead socket: each product sends a heartbeat a second, so one that has spoken on this connection must speak
 * again within the limit of real time, and some product must speak at all.
 */
final class SilenceWatch {

    private final SystemClock clock;
    private final Duration limit;
    private final Map<ProductId, Long> heardAt = new TreeMap<>();

    private long openedAt;

    SilenceWatch(SystemClock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    void opened() {
        heardAt.clear();
        openedAt = clock.nanos();
    }

    void heard(ProductId product) {
        heardAt.put(product, clock.nanos());
    }

    /** What is silent for the limit or longer, if anything. */
    Optional<String> fault() {
        if (heardAt.isEmpty()) {
            return isOver(openedAt) ? Optional.of("nothing heard for " + limit.toMillis() + " ms") : Optional.empty();
        }
        return heardAt.entrySet().stream()
                .filter(heard -> isOver(heard.getValue()))
                .findFirst()
                .map(heard -> "nothing heard of " + heard.getKey() + " for " + limit.toMillis() + " ms");
    }

    private boolean isOver(long since) {
        return clock.nanos() - since >= limit.toNanos();
    }
}
