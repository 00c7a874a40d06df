package io.recio.simulator.coinbase;

import io.recio.simulator.coinbase.FeedMessages.Subscribed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One connected client and what it is subscribed to. Used under the feed's lock. */
final class FeedClient {

    private final Outlet outlet;
    private final FaultyOutbox outbox;
    private final long openedNanos;
    private final Map<Channel, Set<String>> products = new EnumMap<>(Channel.class);
    private boolean everSubscribed;

    FeedClient(Outlet outlet, FaultyOutbox outbox, long openedNanos) {
        this.outlet = outlet;
        this.outbox = outbox;
        this.openedNanos = openedNanos;
    }

    boolean wants(Channel channel, String product) {
        Set<String> wanted = products.get(channel);
        return wanted != null && wanted.contains(product);
    }

    void apply(SubscriptionRequest request) {
        request.channels().forEach((channel, named) -> {
            Set<String> held = products.computeIfAbsent(channel, _ -> new TreeSet<>());
            if (request.begins()) {
                held.addAll(named);
            } else {
                held.removeAll(named);
            }
        });
        everSubscribed |= request.begins();
    }

    List<Subscribed> subscriptions() {
        List<Subscribed> list = new ArrayList<>();
        products.forEach((channel, held) -> {
            if (!held.isEmpty()) {
                list.add(new Subscribed(channel.label(), List.copyOf(held)));
            }
        });
        return list;
    }

    void send(Channel channel, String product, String text) {
        outbox.send(channel.label() + " " + product, text);
    }

    /** Answers the client itself, outside the channels; faults leave that alone. */
    void reply(String text) {
        outlet.send(text);
    }

    void release() {
        outbox.release();
    }

    /** Whether it has said nothing for so long after opening that the exchange hangs up. */
    boolean isIdle(long nowNanos, long limitNanos) {
        return !everSubscribed && nowNanos - openedNanos > limitNanos;
    }

    int backlog() {
        return outlet.backlog();
    }

    void close() {
        outlet.close();
    }
}
