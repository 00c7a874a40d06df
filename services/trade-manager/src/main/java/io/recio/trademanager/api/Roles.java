package io.recio.trademanager.api;

/** The groups of a token; main-app lists every role that the user's own includes. */
final class Roles {

    /** Looks. */
    static final String VIEWER = "viewer";

    /** Opens and closes. */
    static final String TRADER = "trader";

    private Roles() {}
}
