package io.recio.domain.stop;

/** What to do with open trades when price and settlement index are lost. */
public enum EmergencyPolicy {
    CLOSE,
    HOLD
}
