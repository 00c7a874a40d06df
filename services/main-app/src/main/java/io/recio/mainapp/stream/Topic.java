package io.recio.mainapp.stream;

import io.recio.storage.Channels;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a browser can follow, and the notifications that announce news of it. */
public enum Topic {
    PRICES("prices", Channels.PRICE),
    STRIKE_TABLE("strike-table", Channels.STRIKE_TABLE),
    WATCHLIST("watchlist", Channels.STRIKE_TABLE),
    SOURCES("sources"),
    TRADES("trades", Channels.TRADES),
    ACTIVE_TRADES("active-trades", Channels.ACTIVE_TRADES, Channels.TRADES),
    AUTO_ENTRY("auto-entry", Channels.AUTO_ENTRY),
    DECISIONS("decisions", Channels.AUTO_ENTRY),
    CONTROLS("controls", Channels.SETTINGS, Channels.RISK),
    ACCOUNT("account", Channels.ACCOUNT, Channels.FILLS, Channels.SETTLEMENTS),
    SERVICES("services", Channels.HEALTH),
    ALERTS("alerts", Channels.ALERTS);

    private final String text;
    private final Set<String> channels;

    Topic(String text, String... channels) {
        this.text = text;
        this.channels = Set.of(channels);
    }

    /** As it stands in messages: {@code strike-table}. */
    public String text() {
        return text;
    }

    Set<String> channels() {
        return channels;
    }

    static Optional<Topic> of(String text) {
        return List.of(values()).stream()
                .filter(topic -> topic.text.equals(text))
                .findFirst();
    }
}
