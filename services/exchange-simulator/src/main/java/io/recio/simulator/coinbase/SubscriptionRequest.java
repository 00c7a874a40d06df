package io.recio.simulator.coinbase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.simulator.instrument.Instruments;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client asked for: channels with products, to begin or to end. */
record SubscriptionRequest(boolean begins, Map<Channel, Set<String>> channels) {

    /** The request cannot be met; the reason goes back to the client. */
    static final class Refused extends Exception {
        Refused(String reason) {
            super(reason);
        }
    }

    /** Products stand beside the channels for all of them, or inside a channel for that one; both may be given. */
    static SubscriptionRequest read(String text, ObjectMapper json, Instruments instruments) throws Refused {
        JsonNode request = tree(text, json);
        String type = request.path("type").asText();
        if (!type.equals("subscribe") && !type.equals("unsubscribe")) {
            throw new Refused("type must be subscribe or unsubscribe, was '" + type + "'");
        }
        List<String> products = products(request, instruments);
        Map<Channel, Set<String>> channels = new EnumMap<>(Channel.class);
        for (JsonNode each : request.path("channels")) {
            String name = each.isTextual() ? each.asText() : each.path("name").asText();
            Channel channel = Channel.of(name).orElseThrow(() -> new Refused(name + " is not a valid channel"));
            Set<String> wanted = channels.computeIfAbsent(channel, _ -> new LinkedHashSet<>());
            wanted.addAll(products);
            wanted.addAll(products(each, instruments));
            if (wanted.isEmpty()) {
                throw new Refused("product_ids must name a product for channel " + name + ", named none");
            }
        }
        if (channels.isEmpty()) {
            throw new Refused("channels must name a channel, named none");
        }
        return new SubscriptionRequest(type.equals("subscribe"), channels);
    }

    private static List<String> products(JsonNode holder, Instruments instruments) throws Refused {
        List<String> products = new ArrayList<>();
        for (JsonNode product : holder.path("product_ids")) {
            if (instruments.byProduct(product.asText()).isEmpty()) {
                throw new Refused(product.asText() + " is not a valid product");
            }
            products.add(product.asText());
        }
        return products;
    }

    private static JsonNode tree(String text, ObjectMapper json) throws Refused {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused("Malformed JSON");
        }
    }
}
