package io.recio.trademanager.close;

/** Why a trade is not sold now. Stable names: they are stored, logged and shown. */
public enum CloseRefusal {
    TRADE_UNKNOWN,
    /** Ticker or side are not the trade's. */
    TRADE_DIFFERS,
    /** It is over, or was never filled. */
    TRADE_NOT_OPEN,
    NOTHING_HELD,
    /** An order to sell it is not settled, or its next attempt is due by itself. */
    CLOSE_UNDER_WAY,
    /** A close of it was proven absent, and another trade lives in the market: what is sold again could be the other's. */
    NOT_SOLE_AFTER_ABSENT,
    MARKET_CLOSED,
    MARKET_UNKNOWN,
    /** There is no sale to stop. */
    NOT_CLOSING,
    /** The kill switch sells everything; only clearing it ends that. */
    FLATTENING
}
