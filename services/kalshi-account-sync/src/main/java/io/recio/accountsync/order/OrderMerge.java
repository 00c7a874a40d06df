package io.recio.accountsync.order;

import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.OrderState;
import java.util.Locale;
import java.util.Optional;

/**
 * Joins what is known of an order with what the exchange says now. Words come twice and out of order, so an order never
 * goes backward: a fill count never falls, and a final state gives way only to one that knows of more fills.
 */
public final class OrderMerge {

    private OrderMerge() {}

    /** What follows. */
    public sealed interface Merged {}

    public record Changed(StoredOrder order) implements Merged {}

    public record Unchanged() implements Merged {}

    /** A new order without its side or price cannot be recorded. */
    public record Incomplete(AccountOrder told) implements Merged {}

    /** @param now stands in for a time of creation that the exchange does not give */
    public static Merged merge(Optional<StoredOrder> known, AccountOrder told, BusinessTime now) {
        if (known.isEmpty()) {
            return added(told, now);
        }
        StoredOrder before = known.get();
        StoredOrder after = joined(before, told);
        return after.equals(before) ? new Unchanged() : new Changed(after);
    }

    private static Merged added(AccountOrder told, BusinessTime now) {
        if (told.boughtSide().isEmpty() || told.yesPrice().isEmpty()) {
            return new Incomplete(told);
        }
        return new Changed(new StoredOrder(
                told.id(),
                told.clientOrderId(),
                told.ticker(),
                told.boughtSide().get(),
                word(told.state()),
                told.yesPrice().get(),
                told.initial(),
                told.filled(),
                told.remaining(),
                told.createdAt().or(told::updatedAt).orElse(now),
                told.updateReason()));
    }

    private static StoredOrder joined(StoredOrder before, AccountOrder told) {
        boolean knowsMore = told.filled().compareTo(before.filled()) > 0;
        boolean late = told.filled().compareTo(before.filled()) < 0
                || before.isFinal() && !knowsMore
                || before.isFinal() && !told.state().isFinal();
        String status = late || told.state() == OrderState.UNKNOWN ? before.status() : word(told.state());
        return new StoredOrder(
                before.id(),
                before.clientOrderId().or(told::clientOrderId),
                before.ticker(),
                before.boughtSide(),
                status,
                late ? before.yesPrice() : told.yesPrice().orElse(before.yesPrice()),
                late ? before.initial() : told.initial(),
                knowsMore ? told.filled() : before.filled(),
                late ? before.remaining() : told.remaining(),
                before.createdAt(),
                late
                        ? before.updateReason().or(told::updateReason)
                        : told.updateReason().or(before::updateReason));
    }

    private static String word(OrderState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
