package io.recio.kalshi.model;

import java.util.Optional;

/** What the WebSocket can tell us about, and how far a subscription reaches (EXCHANGES, section C2). */
public enum Channel {
    ORDER_BOOK("orderbook_delta", Scope.MARKETS),
    TICKER("ticker", Scope.MARKETS_OR_ALL),
    TRADES("trade", Scope.MARKETS_OR_ALL),
    LIFECYCLE("market_lifecycle_v2", Scope.ALL),
    FILLS("fill", Scope.MARKETS_OR_ALL),
    ORDERS("user_orders", Scope.MARKETS_OR_ALL),
    POSITIONS("market_positions", Scope.MARKETS_OR_ALL),
    ORDER_GROUPS("order_group_updates", Scope.ALL),
    /** Once a second; needs an entitlement. */
    INDEX("cfbenchmarks_value", Scope.INDICES);

    /** What a subscription names. */
    public enum Scope {
        /** A list of markets, at least one. */
        MARKETS,
        /** A list of markets; without one all of them, or all of our own. */
        MARKETS_OR_ALL,
        /** Nothing. */
        ALL,
        /** A list of indices, at least one. */
        INDICES
    }

    private final String wire;
    private final Scope scope;

    Channel(String wire, Scope scope) {
        this.wire = wire;
        this.scope = scope;
    }

    /** The exchange's name. */
    public String wire() {
        return wire;
    }

    public Scope scope() {
        return scope;
    }

    /** The channel of that name; empty for one we never ask for. */
    public static Optional<Channel> of(String wire) {
        for (Channel channel : values()) {
            if (channel.wire.equals(wire)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
