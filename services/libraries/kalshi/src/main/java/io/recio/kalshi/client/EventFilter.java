package io.recio.kalshi.client;

import java.util.Locale;

/** Which events of a series to list, by the state of their markets. */
public enum EventFilter {
    UNOPENED,
    OPEN,
    CLOSED,
    SETTLED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
