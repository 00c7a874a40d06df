package io.recio.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.coinbase.FeedFrame.ErrorFrame;
import io.recio.coinbase.FeedFrame.HeartbeatFrame;
import io.recio.coinbase.FeedFrame.OtherFrame;
import io.recio.coinbase.FeedFrame.SubscriptionsFrame;
import io.recio.coinbase.FeedFrame.TradeChannel;
import io.recio.coinbase.FeedFrame.TradeFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the text of a WebSocket message into a frame. */
final class FeedParser {

    private FeedParser() {}

    /** The message's JSON object. */
    static JsonNode object(String text) {
        JsonNode node = Wire.parse(text);
        if (!node.isObject()) {
            throw new MalformedPayload("expected a JSON object, found " + node.getNodeType());
        }
        return node;
    }

    /** The message of that type; unknown types are frames too. */
    static FeedFrame frame(String type, JsonNode node) {
        return switch (type) {
            case "ticker" -> ticker(node);
            case "match", "last_match" -> match(node);
            case "heartbeat" -> heartbeat(node);
            case "subscriptions" -> subscriptions(node);
            case "error" ->
                new ErrorFrame(
                        node.path("message").asText(), node.path("reason").asText());
            default -> new OtherFrame(type);
        };
    }

    private static FeedFrame ticker(JsonNode node) {
        return new TradeFrame(
                TradeChannel.TICKER,
                Wire.integer(node, "sequence"),
                Wire.trade(Wire.product(node), node, "last_size"),
                Wire.bidAsk(node, "best_bid", "best_ask"));
    }

    private static FeedFrame match(JsonNode node) {
        return new TradeFrame(
                TradeChannel.MATCHES,
                Wire.integer(node, "sequence"),
                Wire.trade(Wire.product(node), node, "size"),
                Optional.empty());
    }

    private static FeedFrame heartbeat(JsonNode node) {
        return new HeartbeatFrame(
                Wire.product(node),
                Wire.integer(node, "sequence"),
                Wire.integer(node, "last_trade_id"),
                Wire.time(node, "time"));
    }

    private static FeedFrame subscriptions(JsonNode node) {
        Map<String, Set<String>> channels = new HashMap<>();
        for (JsonNode channel : node.path("channels")) {
            Set<String> products = channels.computeIfAbsent(Wire.text(channel, "name"), name -> new HashSet<>());
            channel.path("product_ids").forEach(product -> products.add(product.asText()));
        }
        return new SubscriptionsFrame(channels);
    }
}
