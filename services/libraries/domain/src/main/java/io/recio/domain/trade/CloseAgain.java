package io.recio.domain.trade;

import io.recio.domain.order.ClientOrderId;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * Whether a close may be followed by another one when one before it was proven absent (DESIGN, section 4, step 4).
 *
 * <p>Proof is not certainty: should the absent order fill after all, the two could sell twice. Reduce-only stops that at what
 * the <em>account</em> holds of the market. That is the trade's own quantity only while no other trade lives there; otherwise
 * the second sale would take what belongs to the other.
 */
public final class CloseAgain {

    private CloseAgain() {}

    /**
     * @param live trades by which money can still be lost; the trade itself may be among them
     * @param provenAbsent asked for closes without a fill, and only when the answer matters
     */
    public static boolean isAllowed(Trade trade, Collection<Trade> live, Predicate<ClientOrderId> provenAbsent) {
        boolean sole = live.stream()
                .noneMatch(other -> !other.id().equals(trade.id())
                        && other.terms().ticker().equals(trade.terms().ticker())
                        && other.status().isAtRisk());
        return sole
                || trade.closes().stream()
                        .filter(close -> close.filled().isZero())
                        .map(Leg::order)
                        .noneMatch(provenAbsent);
    }
}
