package io.recio.mainapp.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trade with everything that happened to it. */
record TradeDetail(TradeView trade, List<Event> events, List<OrderView> orders, List<FillView> fills) {

    TradeDetail {
        events = List.copyOf(events);
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
    }

    /** Something that happened to the trade or to one of its orders. */
    record Event(int seq, String type, JsonNode document, Instant businessAt) {}

    /** An order of the trade; the price is the yes price, as the exchange has it. */
    record OrderView(
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
            List<Event> events) {

        OrderView {
            events = List.copyOf(events);
        }
    }

    /** A fill of one of its orders. */
    record FillView(
            String fillId,
            String orderId,
            String boughtSide,
            String yesPriceDollars,
            String quantity,
            String feeDollars,
            boolean taker,
            Instant filledAt) {}
}
