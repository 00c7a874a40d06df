package io.recio.simulator.kalshi.stream;

import java.util.LinkedHashSet;
import java.util.Set;

/** One channel of one client: what it chose and how far its numbers are. */
final class Subscription {

    private static final String ALL = "all";

    private final int sid;
    private final Channel channel;
    private final boolean yesPrices;
    private final Set<String> chosen = new LinkedHashSet<>();
    private long seq;

    /** @param yesPrices whether the book's no side is told in yes prices */
    Subscription(int sid, Channel channel, boolean yesPrices) {
        this.sid = sid;
        this.channel = channel;
        this.yesPrices = yesPrices;
    }

    int sid() {
        return sid;
    }

    Channel channel() {
        return channel;
    }

    boolean yesPrices() {
        return yesPrices;
    }

    /** Markets or indices, by name. */
    Set<String> chosen() {
        return chosen;
    }

    /** @param subject market or index the message is about */
    boolean wants(String subject) {
        return switch (channel.scope()) {
            case EVERYTHING -> true;
            case ANY_MARKETS -> chosen.isEmpty() || chosen.contains(subject);
            case LISTED_MARKETS -> chosen.contains(subject);
            case INDICES -> chosen.contains(subject) || chosen.contains(ALL);
        };
    }

    long nextSeq() {
        seq++;
        return seq;
    }
}
