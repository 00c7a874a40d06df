package io.recio.systemmonitor.health;

import java.util.List;
import java.util.Optional;

/**
 * The way to both exchanges, as the watchdogs know it.
 *
 * @param kalshi absent before the API watchdog's first word
 */
record NetworkFigures(Optional<Kalshi> kalshi, List<Coinbase> coinbase) {

    /** @param exchangeActive whether any shard is */
    record Kalshi(
            boolean reachable,
            Optional<Integer> latencyMs,
            int failuresInRow,
            long checkedAgeMs,
            boolean exchangeActive,
            boolean tradingActive) {}

    /** @param heardAgeMs since the newest message in time; absent when the watchdog does not say */
    record Coinbase(String service, Optional<Long> heardAgeMs, boolean ok) {}
}
