package io.recio.kalshi.socket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.wire.Json;
import java.util.Set;

/** The commands of the WebSocket as text (EXCHANGES, section C1). */
final class Commands {

    private Commands() {}

    /** Subscribes one channel, so that its answer tells it apart. No-side prices are asked for as prices of no. */
    static String subscribe(long id, Channel channel, Set<String> names) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.putArray("channels").add(channel.wire());
        if (!names.isEmpty()) {
            addNames(params, channel, names);
        }
        if (channel == Channel.ORDER_BOOK) {
            params.put("use_yes_price", false);
        }
        if (channel == Channel.TICKER && !names.isEmpty()) {
            params.put("send_initial_snapshot", true);
        }
        return command(id, "subscribe", params);
    }

    static String add(long id, Channel channel, long sid, Set<String> names) {
        return update(id, channel, sid, isIndex(channel) ? "subscribe_indices" : "add_markets", names);
    }

    static String remove(long id, Channel channel, long sid, Set<String> names) {
        return update(id, channel, sid, isIndex(channel) ? "unsubscribe_indices" : "delete_markets", names);
    }

    static String snapshot(long id, long sid, Set<String> tickers) {
        return update(id, Channel.ORDER_BOOK, sid, "get_snapshot", tickers);
    }

    static String unsubscribe(long id, long sid) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.putArray("sids").add(sid);
        return command(id, "unsubscribe", params);
    }

    private static String update(long id, Channel channel, long sid, String action, Set<String> names) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.put("sid", sid).put("action", action);
        addNames(params, channel, names);
        return command(id, "update_subscription", params);
    }

    private static void addNames(ObjectNode params, Channel channel, Set<String> names) {
        ArrayNode list = params.putArray(isIndex(channel) ? "index_ids" : "market_tickers");
        names.forEach(list::add);
    }

    private static boolean isIndex(Channel channel) {
        return channel == Channel.INDEX;
    }

    private static String command(long id, String name, ObjectNode params) {
        ObjectNode command = JsonNodeFactory.instance.objectNode();
        command.put("id", id).put("cmd", name).set("params", params);
        return Json.write(command);
    }
}
