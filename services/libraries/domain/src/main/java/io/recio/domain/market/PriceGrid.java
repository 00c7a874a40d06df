package io.recio.domain.market;

import io.recio.domain.money.Price;
import java.util.List;

/**
 * The prices an order may carry: bands of equal steps (Kalshi's {@code price_ranges}, EXCHANGES A2).
 *
 * <p>Only prices strictly between 0 and 1 dollar can be ordered.
 *
 * @param bands ascending, each starting where the one before ends
 */
public record PriceGrid(List<Band> bands) {

    /** One cent throughout, as the hourly markets have it. */
    public static final PriceGrid LINEAR_CENT = new PriceGrid(List.of(new Band(Price.ZERO, Price.ONE, new Price(100))));

    /** Prices from {@code start} to {@code end}, {@code step} apart, counted from the start. */
    public record Band(Price start, Price end, Price step) {

        public Band {
            if (step.units() == 0 || !start.isBelow(end)) {
                throw new IllegalArgumentException(
                        "price band must rise in positive steps, was " + start + " to " + end + " by " + step);
            }
        }

        private boolean holds(Price price) {
            return !price.isBelow(start) && !price.isAbove(end);
        }

        private long below(long units) {
            return start.units() + (units - start.units()) / step.units() * step.units();
        }
    }

    public PriceGrid {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("price grid must have at least one band");
        }
    }

    public boolean contains(Price price) {
        return isOrderable(price) && roundDown(price).equals(price);
    }

    /** The highest grid price at or below the price, at least the lowest orderable one. */
    public Price roundDown(Price price) {
        Band band = bandOf(price);
        Price rounded = new Price(band.below(price.units()));
        return clamp(rounded);
    }

    /** The lowest grid price at or above the price, at most the highest orderable one. */
    public Price roundUp(Price price) {
        Band band = bandOf(price);
        long down = band.below(price.units());
        long up = down == price.units()
                ? down
                : Math.min(down + band.step().units(), band.end().units());
        return clamp(new Price(up));
    }

    /** The lowest price an order may carry. */
    public Price lowest() {
        Band first = bands.getFirst();
        return first.start().units() == 0 ? first.step() : first.start();
    }

    /** The highest price an order may carry. */
    public Price highest() {
        Band last = bands.getLast();
        return last.end().equals(Price.ONE)
                ? new Price(last.end().units() - last.step().units())
                : last.end();
    }

    private Price clamp(Price price) {
        if (price.isBelow(lowest())) {
            return lowest();
        }
        return price.isAbove(highest()) ? highest() : price;
    }

    private static boolean isOrderable(Price price) {
        return price.isAbove(Price.ZERO) && price.isBelow(Price.ONE);
    }

    private Band bandOf(Price price) {
        for (Band band : bands) {
            if (band.holds(price)) {
                return band;
            }
        }
        return price.isBelow(bands.getFirst().start()) ? bands.getFirst() : bands.getLast();
    }
}
