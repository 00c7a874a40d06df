package io.recio.domain.health;

/** What the detector may do about what it finds. */
public enum Mandate {
    ACT,
    /** Decide as if it acted, record it, and do nothing. */
    DRY_RUN,
    /** Restarts that a person asked for are under way: nothing is restarted beside them. */
    WAIT
}
