package io.recio.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a fault strikes. */
public enum FaultScope {
    /** Frames of the Coinbase feed; detail is channel and product, {@code ticker BTC-USD}. */
    COINBASE_WS,
    /** Requests to Coinbase; detail is method and path, {@code GET /products/BTC-USD/candles}. */
    COINBASE_REST,
    /** Requests to Kalshi; detail is method and path below the base, {@code POST /portfolio/events/orders}. */
    KALSHI_REST,
    /** Frames of Kalshi's WebSocket; detail is channel and market, {@code orderbook_delta KXBTCD-…}. */
    KALSHI_WS,
    /** The exchange as a whole: pauses, clock, readings of unclear rules. */
    EXCHANGE;

    /** As it stands in requests and reports: {@code coinbase-ws}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException listing the labels there are */
    public static FaultScope of(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scope must be one of "
                        + Arrays.stream(values()).map(FaultScope::label).collect(Collectors.joining(", ")) + ", was '"
                        + label + "'"));
    }
}
