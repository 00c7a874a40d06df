package io.recio.localstack.chaos.plan;

import java.util.Locale;

/** What goes wrong in a run. */
public enum FaultType {
    /** SIGKILL; the process comes back. */
    KILL(Reach.PROCESS),
    /** SIGSTOP for three lease lives, then SIGCONT. */
    FREEZE(Reach.PROCESS),
    /** No byte between the process and PostgreSQL for a while; what was under way arrives late. */
    NETWORK_CUT(Reach.PROCESS),
    /** {@code pg_terminate_backend} of every connection of the service's role. */
    CONNECTIONS_CUT(Reach.PROCESS),
    /** SIGKILL of PostgreSQL; it is started again and recovers. */
    POSTGRES_KILL(Reach.DATABASE),
    /** An order is not taken and never answered. */
    TIMEOUT_BEFORE_APPLYING(Reach.EXCHANGE),
    /** An order is taken and never answered. */
    TIMEOUT_AFTER_APPLYING(Reach.EXCHANGE),
    /** An order is taken and answered with 503. */
    ERROR_AFTER_APPLYING(Reach.EXCHANGE),
    /** A burst of 429 for everything. */
    RATE_LIMITED(Reach.EXCHANGE),
    FRAMES_DROPPED(Reach.EXCHANGE),
    FRAMES_DUPLICATED(Reach.EXCHANGE),
    FRAMES_REORDERED(Reach.EXCHANGE),
    FRAMES_GAPPED(Reach.EXCHANGE),
    FRAMES_TRUNCATED(Reach.EXCHANGE),
    /** The stream ends; the client connects again. */
    DISCONNECT(Reach.EXCHANGE),
    /** Orders are filled in part. */
    PARTIAL_FILL(Reach.EXCHANGE),
    TRADING_PAUSE(Reach.EXCHANGE),
    /** The exchange's clock jumps by seconds and back. */
    CLOCK_STEP(Reach.EXCHANGE);

    /** Where it strikes. */
    public enum Reach {
        PROCESS,
        DATABASE,
        EXCHANGE
    }

    private final Reach reach;

    FaultType(Reach reach) {
        this.reach = reach;
    }

    public Reach reach() {
        return reach;
    }

    /** As it stands in reports: {@code timeout-after-applying}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
