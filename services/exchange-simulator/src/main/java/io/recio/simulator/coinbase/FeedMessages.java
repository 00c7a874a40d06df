package io.recio.simulator.coinbase;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The feed's messages as they stand on the wire: numbers as strings, ids and sequences as integers. */
final class FeedMessages {

    private FeedMessages() {}

    @RegisterForReflection
    record Ticker(
            String type,
            long sequence,
            @JsonProperty("product_id") String product,
            String price,
            @JsonProperty("open_24h") String open,
            @JsonProperty("volume_24h") String dayVolume,
            @JsonProperty("low_24h") String low,
            @JsonProperty("high_24h") String high,
            @JsonProperty("volume_30d") String monthVolume,
            @JsonProperty("best_bid") String bid,
            @JsonProperty("best_bid_size") String bidSize,
            @JsonProperty("best_ask") String ask,
            @JsonProperty("best_ask_size") String askSize,
            String side,
            String time,
            @JsonProperty("trade_id") long tradeId,
            @JsonProperty("last_size") String lastSize) {}

    @RegisterForReflection
    record Heartbeat(
            String type,
            long sequence,
            @JsonProperty("last_trade_id") long lastTradeId,
            @JsonProperty("product_id") String product,
            String time) {}

    @RegisterForReflection
    record Match(
            String type,
            @JsonProperty("trade_id") long tradeId,
            @JsonProperty("maker_order_id") String makerOrder,
            @JsonProperty("taker_order_id") String takerOrder,
            String side,
            String size,
            String price,
            @JsonProperty("product_id") String product,
            long sequence,
            String time) {}

    @RegisterForReflection
    record Subscriptions(String type, List<Subscribed> channels) {}

    @RegisterForReflection
    record Subscribed(
            String name, @JsonProperty("product_ids") List<String> products) {}

    @RegisterForReflection
    record Error(String type, String message, String reason) {}
}
