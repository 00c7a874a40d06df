package io.recio.simulator.coinbase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The channels of the feed that are offered here. */
enum Channel {
    TICKER,
    HEARTBEAT,
    MATCHES;

    /** As it stands in messages: {@code ticker}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Channel> of(String label) {
        return Arrays.stream(values())
                .filter(channel -> channel.label().equals(label))
                .findFirst();
    }
}
