package io.recio.mainapp.oidc;

import java.util.Locale;

/** Why the way by the provider ended without a login; the page has a sentence for each. */
enum Refusal {
    /** Nobody set it up. */
    NOT_SET_UP,
    /** The provider does not answer, or not as one. */
    PROVIDER_AWAY,
    /** The provider let nobody in. */
    DENIED_THERE,
    /** Begun elsewhere, too long ago, or already used. */
    STALE,
    /** The provider's answer proves nobody. */
    NOT_VERIFIED,
    /** In no group that may come in. */
    NO_ROLE,
    /** An admin closed the door. */
    DISABLED,
    /** Confirmed by another person than the one who is logged in. */
    OTHER_PERSON,
    /** The provider did not ask again. */
    NOT_FRESH,
    /** Too many ways begun from one address. */
    TOO_MANY,
    /** Nobody can be let in while it is. */
    DATABASE_AWAY;

    /** As in addresses and the audit: {@code provider-away}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
