package io.recio.domain.risk;

/** Why our own limits refuse an entry. Stable names: they are stored, logged and shown. */
public enum DenialCode {
    KILL_SWITCH_ON,
    DAILY_LOSS_LIMIT_REACHED,
    WEEKLY_LOSS_LIMIT_REACHED,
    OPPOSITE_SIDE_HELD,
    CONTRACTS_PER_ORDER_ABOVE_LIMIT,
    CONTRACTS_PER_MARKET_ABOVE_LIMIT,
    CONTRACTS_PER_EVENT_ABOVE_LIMIT,
    EXPOSURE_ABOVE_LIMIT,
    OPEN_TRADES_ABOVE_LIMIT,
    ENTRIES_PER_MINUTE_ABOVE_LIMIT,
    BALANCE_BELOW_RESERVE;

    /** Whether the breach also trips the kill switch. */
    public boolean tripsKillSwitch() {
        return this == DAILY_LOSS_LIMIT_REACHED || this == WEEKLY_LOSS_LIMIT_REACHED;
    }
}
