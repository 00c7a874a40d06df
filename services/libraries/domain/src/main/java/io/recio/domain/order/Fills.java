package io.recio.domain.order;

import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The fills of one order, each once, in the order of their time and id whatever the order of their arrival.
 *
 * @param each sorted
 */
public record Fills(List<Fill> each) {

    private static final Comparator<Fill> BY_TIME =
            Comparator.comparing(Fill::filledAt).thenComparing(fill -> fill.id().value());

    public static final Fills NONE = new Fills(List.of());

    public Fills {
        each = each.stream().sorted(BY_TIME).toList();
    }

    /**
     * With the fill; the same when it was known already.
     *
     * @throws IllegalStateException when another fill has its id
     */
    public Fills plus(Fill fill) {
        for (Fill known : each) {
            if (known.id().equals(fill.id())) {
                requireSame(known, fill);
                return this;
            }
        }
        List<Fill> more = new ArrayList<>(each);
        more.add(fill);
        return new Fills(more);
    }

    public Quantity quantity() {
        return each.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** The exchange's fees on all of them. */
    public Money fees() {
        return each.stream().map(Fill::fee).reduce(Money.ZERO, Money::plus);
    }

    /** What was paid for the bought side, without fees. */
    public Money cost() {
        return each.stream()
                .map(fill -> fill.boughtPrice().times(fill.quantity()))
                .reduce(Money.ZERO, Money::plus);
    }

    /** What selling the side opposite to the bought one brought, without fees. */
    public Money proceeds() {
        return each.stream()
                .map(fill -> fill.boughtPrice().complement().times(fill.quantity()))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The two channels differ in what they leave out (the client order id), never in price, quantity or fee. */
    private static void requireSame(Fill known, Fill told) {
        if (!known.orderId().equals(told.orderId())
                || !known.yesPrice().equals(told.yesPrice())
                || !known.quantity().equals(told.quantity())
                || known.boughtSide() != told.boughtSide()
                || !known.fee().equals(told.fee())) {
            throw new IllegalStateException(
                    "fill " + told.id() + " must stay as first told, was " + known + ", now " + told);
        }
    }
}
