package io.recio.domain.trade;

import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.time.BusinessTime;

/**
 * Something that happened to a trade; appended, never edited.
 *
 * <p>Fills and ends of orders are evidence: they may come in any order and more than once.
 */
public sealed interface TradeEvent {

    /** When it happened in the market. */
    BusinessTime at();

    /** The trade was decided; always the first event. */
    record TradeRequested(TradeTerms terms, BusinessTime at) implements TradeEvent {}

    /** Our own limits refused it; nothing was sent. */
    record TradeDenied(String code, String facts, BusinessTime at) implements TradeEvent {}

    /** The exchange refused the entry. */
    record EntryRejected(String code, String details, BusinessTime at) implements TradeEvent {}

    /** Part of the entry was executed. */
    record EntryFilled(Fill fill, BusinessTime at) implements TradeEvent {}

    /**
     * The entry order is over.
     *
     * @param filled in all; its fills may still be on their way; zero makes the trade missed
     * @param reason why it ended, for the record
     */
    record EntryEnded(Quantity filled, String reason, BusinessTime at) implements TradeEvent {}

    /**
     * An order to sell all that is held was written.
     *
     * @param attempt from 1
     */
    record CloseRequested(ClientOrderId order, Quantity count, CloseReason reason, int attempt, BusinessTime at)
            implements TradeEvent {}

    /**
     * The exchange told of an order to sell that our records had lost; taken whenever something was bought, for it was sent
     * before they were.
     */
    record CloseAdopted(ClientOrderId order, Quantity count, BusinessTime at) implements TradeEvent {}

    /** Part of a close was executed. */
    record CloseFilled(ClientOrderId order, Fill fill, BusinessTime at) implements TradeEvent {}

    /**
     * A close order is over; another attempt follows unless all is sold.
     *
     * @param filled in all
     */
    record CloseEnded(ClientOrderId order, Quantity filled, String reason, BusinessTime at) implements TradeEvent {}

    /** The operator said stop: no further attempt follows; an order that is still out may yet sell. */
    record CloseAbandoned(String by, BusinessTime at) implements TradeEvent {}

    /** The contract's own close time passed. */
    record TradeExpired(BusinessTime marketClosedAt, BusinessTime at) implements TradeEvent {

        public TradeExpired {
            if (at.isBefore(marketClosedAt)) {
                throw new IllegalArgumentException(
                        "a trade must not expire before its market's close " + marketClosedAt + ", was " + at);
            }
        }
    }

    /**
     * The exchange settled the market.
     *
     * @param yesValue what one contract of yes is worth: 1, 0, or between for a scalar result
     */
    record TradeSettled(Price yesValue, BusinessTime at) implements TradeEvent {}

    /** The exchange amended the result; the difference is booked as a correction. */
    record SettlementAmended(Price yesValue, BusinessTime at) implements TradeEvent {}
}
