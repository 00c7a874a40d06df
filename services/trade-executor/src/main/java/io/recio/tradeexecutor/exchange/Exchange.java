package io.recio.tradeexecutor.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where orders are sent and looked up. All calls block: they are made on threads of their own. */
public interface Exchange {

    /**
     * Sends the order once.
     *
     * @param expiresAt when what rests of it dies by itself; empty when nothing of it may rest
     * @param mayWrite asked before the first byte, from memory: whether the lease may still be trusted
     */
    SendOutcome send(OrderIntent intent, Optional<BusinessTime> expiresAt, BooleanSupplier mayWrite);

    /** What became of sending. */
    sealed interface SendOutcome {}

    /** The exchange has it. Zero remaining: it is over. */
    record Placed(ExchangeOrderId id, Quantity filled, Quantity remaining) implements SendOutcome {}

    /** Refused for certain. */
    record Refused(String code, String details, boolean authentication) implements SendOutcome {}

    /** It may or may not have been taken. */
    record Unknown(String reason) implements SendOutcome {}

    /** Not a byte was written. */
    record Unsent(String reason) implements SendOutcome {}

    /**
     * The order as found at the exchange.
     *
     * @param over nothing more can happen to it
     * @param why it left the book, as far as the exchange tells; of no meaning before it is over
     */
    record Found(ExchangeOrderId id, Quantity filled, Quantity remaining, boolean over, CancelReason why) {}

    /**
     * One full scan of the market's orders and fills.
     *
     * @param found the order, when any page of orders holds it
     * @param fills the order's, from all pages of fills
     * @param visibleUntil up to when the account's data was visible before the scan began, on the exchange's clock
     */
    record Scan(Optional<Found> found, List<Fill> fills, SystemTime visibleUntil) {

        public Scan {
            fills = List.copyOf(fills);
        }
    }

    /**
     * Looks for the order on all pages.
     *
     * @param exchangeId the exchange's id of it, when a fill has told that
     * @throws ExchangeAway when any page could not be read, or a fill belongs to no order that could: the scan proves nothing
     */
    Scan scan(ClientOrderId id, Optional<ExchangeOrderId> exchangeId, MarketTicker ticker);

    /**
     * Lets what rests of the order live until then; nothing else of it changes, and it may be asked again.
     *
     * @return whether it does for certain; otherwise it dies then or when it would have died before
     */
    boolean renew(ExchangeOrderId id, OrderIntent intent, BusinessTime expiresAt, BooleanSupplier mayWrite);

    /** Cancels what still rests of the order and reads what became of it; may be asked again. */
    CancelOutcome cancel(ExchangeOrderId id, MarketTicker ticker, int shard);

    /** What became of a cancel. */
    sealed interface CancelOutcome {}

    /** Nothing rests any more. */
    record Gone(Found found) implements CancelOutcome {}

    /** It may still rest: ask again. */
    record MayRest(String reason) implements CancelOutcome {}

    /**
     * Proves that this key may trade for the account we have always traded, that the account's money is told by shard, and
     * that our clock agrees with the exchange's. Learns the account's rate limits on the way.
     *
     * @throws ExchangeAway when the exchange does not answer
     * @throws AccessRefused when something is not as it must be
     */
    void proveAccess();
}
