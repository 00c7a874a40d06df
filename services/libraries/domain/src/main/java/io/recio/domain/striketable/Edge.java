package io.recio.domain.striketable;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.probability.Probability;

/**
 * By how much a win probability exceeds the price asked for it, in cents per contract; negative when the price is dear.
 *
 * <p>It mixes a chance with a price, so it is a model's number and never booked as money.
 */
public record Edge(double cents) implements Comparable<Edge> {

    private static final double MONEY_UNITS_PER_CENT = 10_000;

    public Edge {
        if (!Double.isFinite(cents)) {
            throw new IllegalArgumentException("edge must be a finite number of cents, was " + cents);
        }
    }

    /** Probability x 100 less the price in cents. */
    public static Edge of(Probability probability, Price price) {
        return new Edge(probability.percent() - price.cents());
    }

    /** After a fee, given per contract. */
    public Edge less(Money feePerContract) {
        return new Edge(cents - feePerContract.units() / MONEY_UNITS_PER_CENT);
    }

    public boolean isAtLeast(Edge other) {
        return cents >= other.cents;
    }

    @Override
    public int compareTo(Edge other) {
        return Double.compare(cents, other.cents);
    }
}
