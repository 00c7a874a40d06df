package io.recio.domain.order;

import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The limit prices of orders (PRODUCT, section 7). An order's price is always the price of yes; a <em>side price</em> is what
 * one contract of the side costs.
 */
public final class OrderPricing {

    private static final Price SMALLEST_STEP = new Price(1);

    /** Doubling further only reaches the end of the grid. */
    private static final int MOST_DOUBLINGS = 14;

    private OrderPricing() {}

    /**
     * The most an entry may pay, on the grid: the ask plus the slippage, or less where the differential asks for less.
     *
     * @param ask the side's best ask
     * @param minimumCents the differential that must remain after fees, in cents
     * @return empty when even the ask leaves less than the minimum, or no fee can be estimated
     */
    public static Optional<Price> entryCap(
            Side side, Price ask, Price slippage, double minimumCents, NetDifferential differential, PriceGrid grid) {
        Price paid = paid(side, ask.plus(slippage), grid);
        while (!paid.isBelow(ask)) {
            OptionalDouble left = differential.centsAt(paid);
            if (left.isEmpty()) {
                return Optional.empty();
            }
            if (left.getAsDouble() >= minimumCents) {
                return Optional.of(paid);
            }
            Price next = paid(side, paid.minus(SMALLEST_STEP), grid);
            if (!next.isBelow(paid)) {
                return Optional.empty();
            }
            paid = next;
        }
        return Optional.empty();
    }

    /** The yes price that buys the side for at most the cap: rounded down for a bid, up for an ask. */
    public static Price entryYesPrice(Side side, Price cap, PriceGrid grid) {
        return switch (side) {
            case YES -> grid.roundDown(cap);
            case NO -> grid.roundUp(cap.complement());
        };
    }

    /**
     * The yes price that sells the held side at its best bid less the slip, which doubles with each attempt; rounded towards
     * being filled.
     *
     * @param bid the held side's best bid (for no: one dollar less the yes ask)
     * @param attempt from 1
     */
    public static Price closeYesPrice(Side held, Price bid, Price slip, int attempt, PriceGrid grid) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be at least 1, was " + attempt);
        }
        long slipped = slip.units() << Math.min(attempt - 1, MOST_DOUBLINGS);
        Price least = bid.minus(new Price(Math.min(slipped, Price.ONE.units())));
        return switch (held) {
            case YES -> grid.roundDown(least);
            case NO -> grid.roundUp(least.complement());
        };
    }

    /** The yes price that sells the held side whatever is bid: the last price of the grid. */
    public static Price emergencyYesPrice(Side held, PriceGrid grid) {
        return switch (held) {
            case YES -> grid.lowest();
            case NO -> grid.highest();
        };
    }

    /** What the side costs at a yes price. */
    public static Price sidePrice(Side side, Price yesPrice) {
        return side == Side.YES ? yesPrice : yesPrice.complement();
    }

    private static Price paid(Side side, Price cap, PriceGrid grid) {
        return sidePrice(side, entryYesPrice(side, cap, grid));
    }
}
