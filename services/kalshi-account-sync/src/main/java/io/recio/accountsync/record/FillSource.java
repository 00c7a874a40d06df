package io.recio.accountsync.record;

import java.util.Locale;

/** Who told of a fill first. */
public enum FillSource {
    WEBSOCKET,
    REST;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
