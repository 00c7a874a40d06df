package io.recio.mainapp.access;

import java.util.Locale;

/** What a user may do; each role includes those before it. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Trades, changes the automation's settings, uses the kill switch. */
    TRADER,
    /** Changes limits, reads the audit. */
    ADMIN;

    /** As stored and shown: {@code trader}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
