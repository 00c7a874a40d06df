package io.recio.domain.order;

import io.recio.domain.money.Quantity;
import io.recio.domain.time.SystemTime;

/**
 * Something that happened to an order; appended, never edited.
 *
 * <p>{@link OrderAccepted}, {@link OrderFilled} and {@link OrderCanceled} are the exchange's own word and are taken in every
 * status: evidence beats state. The others are ours and have their places.
 */
public sealed interface OrderEvent {

    /** When we wrote it. */
    SystemTime at();

    /** The order was decided; always the first event. */
    record OrderIntended(OrderIntent intent, SystemTime at) implements OrderEvent {}

    /**
     * An executor took it to send it.
     *
     * @param epoch of the executor's lease
     * @param attempt which try of the same purpose this is, from 1; an entry has only the first
     */
    record OrderClaimed(long epoch, int attempt, SystemTime at) implements OrderEvent {

        public OrderClaimed {
            if (epoch < 1 || attempt < 1) {
                throw new IllegalArgumentException(
                        "epoch and attempt must be at least 1, were " + epoch + " and " + attempt);
            }
        }
    }

    /** It was given up before anything was sent. */
    record OrderCancelledUnsent(String reason, SystemTime at) implements OrderEvent {}

    /**
     * The exchange has it: the answer to sending, or a look-up by client order id.
     *
     * @param filled so far, by the exchange's count; the fills themselves arrive as {@link OrderFilled}
     * @param remaining in the book; zero ends the order
     */
    record OrderAccepted(ExchangeOrderId orderId, Quantity filled, Quantity remaining, SystemTime at)
            implements OrderEvent {}

    /** One execution; the same fill may be told any number of times. */
    record OrderFilled(Fill fill, SystemTime at) implements OrderEvent {}

    /**
     * The exchange ended it.
     *
     * @param filled in all, by the exchange's count
     */
    record OrderCanceled(ExchangeOrderId orderId, Quantity filled, CancelReason reason, SystemTime at)
            implements OrderEvent {}

    /**
     * The exchange refused it for certain.
     *
     * @param code the exchange's error code
     */
    record OrderRejected(String code, String details, SystemTime at) implements OrderEvent {}

    /** Whether it reached the exchange became unknown: a timeout, an unreadable answer, a takeover while sending. */
    record OrderFellInDoubt(String reason, SystemTime at) implements OrderEvent {}

    /**
     * Two full scans prove that the exchange never had it (DESIGN, section 4, step 4).
     *
     * @param evidence the scans, in words for the record
     */
    record OrderProvenAbsent(String evidence, SystemTime at) implements OrderEvent {}
}
