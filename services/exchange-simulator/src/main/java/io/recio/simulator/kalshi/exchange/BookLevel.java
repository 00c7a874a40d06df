package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One price of a book side: the generated size and the account's own orders, in time priority.
 *
 * <p>Generated size has no owner; each own order remembers how much of it stands before it.
 */
final class BookLevel {

    /** A piece taken from the level: from an own order, or from generated size when there is none. */
    record Taken(@Nullable AccountOrder maker, Quantity quantity) {}

    private final Price price;
    private final Deque<AccountOrder> own = new ArrayDeque<>();
    private Quantity generated = Quantity.ZERO;

    BookLevel(Price price) {
        this.price = price;
    }

    Price price() {
        return price;
    }

    Quantity generated() {
        return generated;
    }

    Quantity size() {
        Quantity size = generated;
        for (AccountOrder order : own) {
            size = size.plus(order.remaining());
        }
        return size;
    }

    Deque<AccountOrder> own() {
        return own;
    }

    boolean isEmpty() {
        return own.isEmpty() && generated.isZero();
    }

    /** Generated size becomes this; what is withdrawn is withdrawn from the back of the queue. */
    void generate(Quantity size) {
        generated = size;
        own.forEach(order -> order.queueAhead(order.queueAhead().min(size)));
    }

    void add(AccountOrder order) {
        order.queueAhead(generated);
        own.addLast(order);
    }

    void remove(AccountOrder order) {
        own.remove(order);
    }

    /** What stands before the order: generated size and earlier own orders. */
    Quantity ahead(AccountOrder order) {
        Quantity ahead = order.queueAhead();
        for (AccountOrder earlier : own) {
            if (earlier == order) {
                break;
            }
            ahead = ahead.plus(earlier.remaining());
        }
        return ahead;
    }

    /** The first piece in priority of at most {@code wanted}; the level still holds it. */
    Taken first(Quantity wanted) {
        AccountOrder order = own.peekFirst();
        if (order == null) {
            return new Taken(null, wanted.min(generated));
        }
        return order.queueAhead().isPositive()
                ? new Taken(null, wanted.min(order.queueAhead()))
                : new Taken(order, wanted.min(order.remaining()));
    }

    /** Takes generated size from the front of the queue. */
    void takeGenerated(Quantity quantity) {
        generated = generated.minus(quantity);
        for (AccountOrder order : own) {
            order.queueAhead(order.queueAhead().minus(quantity.min(order.queueAhead())));
        }
    }
}
