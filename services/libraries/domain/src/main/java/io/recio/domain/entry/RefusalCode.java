package io.recio.domain.entry;

/** Why nothing is entered. Stable names: they are stored and shown. The first group stops all, the second one row. */
public enum RefusalCode {
    AUTO_ENTRY_OFF,
    SETTINGS_INCOMPLETE,
    SUSPENDED,
    KILL_SWITCH_ON,
    INPUTS_NOT_FRESH,
    MOMENTUM_UNKNOWN,
    TTC_BELOW_MINIMUM,
    TTC_ABOVE_MAXIMUM,
    SPIKE_ALERT,

    LIVE_TRADE_ON_TICKER,
    ALREADY_TRADED,
    COOLING_DOWN,
    PROBABILITY_UNKNOWN,
    PROBABILITY_BELOW_MINIMUM,
    MARKET_UNKNOWN,
    NO_ASK,
    FEE_UNKNOWN,
    DIFFERENTIAL_BELOW_MINIMUM,
    ASK_SIZE_TOO_SMALL,
    RISK_LIMIT
}
