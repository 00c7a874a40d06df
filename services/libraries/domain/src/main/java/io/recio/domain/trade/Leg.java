package io.recio.domain.trade;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.Fills;

/**
 * One order of a trade, as far as the trade cares.
 *
 * @param reported the filled count the ended order stated
 * @param ended whether it stated one
 */
public record Leg(ClientOrderId order, Quantity count, Fills fills, Quantity reported, boolean ended) {

    static Leg begun(ClientOrderId order, Quantity count) {
        return new Leg(order, count, Fills.NONE, Quantity.ZERO, false);
    }

    /** With the fill; one beyond what the ended order stated proves that it is not over. */
    Leg filledBy(Fill fill) {
        Fills more = fills.plus(fill);
        boolean contradicted = !reported.isAtLeast(more.quantity());
        return new Leg(order, count, more, reported, ended && !(contradicted && more != fills));
    }

    Leg endedWith(Quantity filled) {
        return new Leg(order, count, fills, reported.isAtLeast(filled) ? reported : filled, true);
    }

    /** What is known to be filled. */
    public Quantity filled() {
        return fills.quantity().isAtLeast(reported) ? fills.quantity() : reported;
    }

    /** What may turn out to be filled at most. */
    public Quantity mostFilled() {
        return isOver() ? filled() : count;
    }

    /** Whether nothing more is expected of it, neither executions nor news of them. */
    public boolean isResolved() {
        return isOver() && fills.quantity().equals(filled());
    }

    private boolean isOver() {
        return ended || fills.quantity().equals(count);
    }
}
