package io.recio.kalshi.socket;

import io.recio.kalshi.model.Channel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What we want to hear, over all connections. Names are market tickers or index ids; no names means all. */
final class Interests {

    private final Map<Channel, Set<String>> wanted = new EnumMap<>(Channel.class);

    void want(Channel channel, Set<String> names) {
        boolean namesNeeded = channel.scope() == Channel.Scope.MARKETS || channel.scope() == Channel.Scope.INDICES;
        if (namesNeeded && names.isEmpty()) {
            wanted.remove(channel);
            return;
        }
        if (channel.scope() == Channel.Scope.ALL && !names.isEmpty()) {
            throw new IllegalArgumentException(channel + " takes no names, was given " + names);
        }
        wanted.put(channel, new TreeSet<>(names));
    }

    void forget(Channel channel) {
        wanted.remove(channel);
    }

    /** The names wanted of the channel; empty when it is not wanted at all. */
    Optional<Set<String>> of(Channel channel) {
        return Optional.ofNullable(wanted.get(channel)).map(TreeSet::new);
    }

    Set<Channel> channels() {
        return Set.copyOf(wanted.keySet());
    }
}
