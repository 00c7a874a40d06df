package io.recio.domain.trade;

/** Why a trade is sold before its settlement. */
public enum CloseReason {
    MANUAL,
    PROBABILITY_STOP,
    MOMENTUM_SPIKE,
    TAKE_PROFIT,
    TRAILING_STOP,
    EMERGENCY,
    KILL_SWITCH_FLATTEN;

    /** Whether it sells at any price. */
    public boolean isEmergency() {
        return this == EMERGENCY || this == KILL_SWITCH_FLATTEN;
    }
}
