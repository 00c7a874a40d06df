package io.recio.localstack.week;

/** What goes wrong, and what helps. */
enum FaultKind {
    /** The process runs, its heart does not beat: a restart helps. */
    HUNG(true),
    /** It beats without a correct result: a restart helps. */
    STUCK(true),
    /** No restart helps before it ends. */
    POISONED(true),
    /** A standby's heart has stopped; its active instance is well. */
    HUNG_STANDBY(true),
    /** No result for some seconds; it recovers by itself. */
    HICCUP(true),
    /** It works off what has piled up: no fresh result, but progress. */
    CATCHING_UP(true),
    /** It has exited; the runtime starts it. */
    CRASHED(true),
    DATABASE_AWAY(false),
    API_SERVER_AWAY(false),
    COINBASE_AWAY(false),
    KALSHI_AWAY(false),
    ORDER_IN_DOUBT(false),
    /** A person works on a service. */
    PAUSED(true);

    private final boolean ofOneService;

    FaultKind(boolean ofOneService) {
        this.ofOneService = ofOneService;
    }

    boolean isOfOneService() {
        return ofOneService;
    }

    /** Whether a restart of the service itself is right: all others are victims, or mend themselves. */
    boolean isMendedByRestart() {
        return switch (this) {
            case HUNG, STUCK, POISONED, HUNG_STANDBY -> true;
            case HICCUP,
                    CATCHING_UP,
                    CRASHED,
                    DATABASE_AWAY,
                    API_SERVER_AWAY,
                    COINBASE_AWAY,
                    KALSHI_AWAY,
                    ORDER_IN_DOUBT,
                    PAUSED -> false;
        };
    }
}
