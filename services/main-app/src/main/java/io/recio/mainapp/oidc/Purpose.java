package io.recio.mainapp.oidc;

import java.util.Locale;

/** What somebody goes to the provider for. */
enum Purpose {
    /** To come in. */
    LOGIN,
    /** To confirm who sits here, where a password would be asked. */
    PROOF;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
