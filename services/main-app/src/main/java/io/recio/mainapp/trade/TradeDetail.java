package io.recio.mainapp.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trade with everything that happened to it. */
record TradeDetail(TradeView trade, List<StoryEvent> events, List<TradeOrder> orders, List<TradeFill> fills) {

    TradeDetail {
        events = List.copyOf(events);
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
    }

    /** Something that happened to the trade or to one of its orders. */
    record StoryEvent(int seq, String type, JsonNode document, Instant businessAt) {}

    /** An order of the trade; the price is the yes price, as the exchange has it. */
    record TradeOrder(
            String clientOrderId,
            @Nullable String exchangeOrderId,
            String purpose,
            String bookSide,
            String quantity,
            String yesPriceDollars,
            String timeInForce,
            boolean reduceOnly,
            String state,
            @Nullable String status,
            @Nullable String filled,
            @Nullable String reason,
            Instant intendedAt,
            List<StoryEvent> events) {

        TradeOrder {
            events = List.copyOf(events);
        }
    }

    /** A fill of one of its orders. */
    record TradeFill(
            String fillId,
            String orderId,
            String boughtSide,
            String yesPriceDollars,
            String quantity,
            String feeDollars,
            boolean taker,
            Instant filledAt) {}
}
