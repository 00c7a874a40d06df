package io.recio.simulator.kalshi.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be subscribed to (EXCHANGES, section C2). */
enum Channel {
    ORDERBOOK_DELTA(true, Scope.LISTED_MARKETS),
    TICKER(false, Scope.ANY_MARKETS),
    TRADE(true, Scope.ANY_MARKETS),
    FILL(false, Scope.ANY_MARKETS),
    USER_ORDERS(false, Scope.ANY_MARKETS),
    MARKET_POSITIONS(false, Scope.ANY_MARKETS),
    MARKET_LIFECYCLE_V2(true, Scope.EVERYTHING),
    ORDER_GROUP_UPDATES(true, Scope.EVERYTHING),
    CFBENCHMARKS_VALUE(true, Scope.INDICES);

    /** What a subscription chooses. */
    enum Scope {
        /** Markets, which must be named. */
        LISTED_MARKETS,
        /** Markets; all when none is named. */
        ANY_MARKETS,
        /** Nothing: it gets all there is. */
        EVERYTHING,
        /** Settlement indices. */
        INDICES
    }

    private final boolean numbered;
    private final Scope scope;

    Channel(boolean numbered, Scope scope) {
        this.numbered = numbered;
        this.scope = scope;
    }

    /** Whether its messages carry {@code seq}. */
    boolean isNumbered() {
        return numbered;
    }

    Scope scope() {
        return scope;
    }

    boolean takesMarkets() {
        return scope == Scope.LISTED_MARKETS || scope == Scope.ANY_MARKETS;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Channel> of(String label) {
        return Arrays.stream(values())
                .filter(channel -> channel.label().equals(label))
                .findFirst();
    }
}
