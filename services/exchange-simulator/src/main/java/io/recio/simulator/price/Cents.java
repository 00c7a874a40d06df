package io.recio.simulator.price;

import io.recio.domain.price.SpotPrice;

/** Coinbase quotes BTC and ETH in cents; the domain counts in millionths of a dollar. */
final class Cents {

    private static final long UNITS = 10_000;

    private Cents() {}

    static SpotPrice price(long cents) {
        return new SpotPrice(Math.multiplyExact(cents, UNITS));
    }

    /** To the nearest cent. */
    static long of(SpotPrice price) {
        return Math.max(1, Math.floorDiv(price.units() + UNITS / 2, UNITS));
    }

    /** Multiplied, to the nearest cent, at least one. */
    static long times(long cents, double ratio) {
        return Math.max(1, Math.round(cents * ratio));
    }
}
