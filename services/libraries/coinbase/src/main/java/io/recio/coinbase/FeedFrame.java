package io.recio.coinbase;

import io.recio.domain.time.BusinessTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message as the WebSocket carried it (EXCHANGES F1). */
sealed interface FeedFrame {

    /** The channels that carry trades. Each has rising sequences; between them the order is not promised. */
    enum TradeChannel {
        TICKER,
        MATCHES
    }

    record TradeFrame(TradeChannel channel, long sequence, Trade trade, Optional<BidAsk> bidAsk) implements FeedFrame {}

    /** The sequence stands still while nothing happens to the product. */
    record HeartbeatFrame(ProductId product, long sequence, long lastTradeId, BusinessTime time) implements FeedFrame {}

    /** What we are subscribed to now: products by channel. */
    record SubscriptionsFrame(Map<String, Set<String>> channels) implements FeedFrame {}

    record ErrorFrame(String message, String reason) implements FeedFrame {}

    /** A type we do not know; new ones may appear at any time. */
    record OtherFrame(String type) implements FeedFrame {}
}
