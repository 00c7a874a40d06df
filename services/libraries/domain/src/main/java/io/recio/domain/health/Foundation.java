package io.recio.domain.health;

/** What services stand on and no restart of ours can mend. */
public enum Foundation {
    DATABASE,
    /** What starts and stops instances: the cluster's API server, or local-stack. */
    RUNTIME,
    COINBASE,
    KALSHI
}
