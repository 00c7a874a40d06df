package io.recio.simulator.price;

import io.recio.domain.price.SpotPrice;

/**
 * The settlement index beside one symbol's spot price: a slow basis that wanders within a minute's knots and a small
 * noise each second, about one ten-thousandth of the price together.
 */
final class SettlementIndex {

    private static final double SLOW = 0.6e-4;
    private static final double FAST = 0.1e-4;
    private static final int KNOT_SECONDS = 60;

    private final Seed slow;
    private final Seed fast;

    SettlementIndex(Seed seed) {
        this.slow = seed.with("basis");
        this.fast = seed.with("noise");
    }

    /** The index in that second, to the cent. */
    SpotPrice value(SpotPrice spot, long epochSecond) {
        long knot = Math.floorDiv(epochSecond, KNOT_SECONDS);
        double along = Math.floorMod(epochSecond, KNOT_SECONDS) / (double) KNOT_SECONDS;
        double drift =
                slow.with(knot).gaussian() * (1 - along) + slow.with(knot + 1).gaussian() * along;
        double basis = SLOW * drift + FAST * fast.with(epochSecond).gaussian();
        return Cents.price(Cents.of(SpotPrice.ofDouble(spot.value() * (1 + basis))));
    }
}
