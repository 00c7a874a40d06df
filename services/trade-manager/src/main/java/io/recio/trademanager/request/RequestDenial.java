package io.recio.trademanager.request;

/**
 * Why a request to open is refused before any limit is asked; the limits' codes are
 * {@link io.recio.domain.risk.DenialCode}. Stable names: they are stored, logged and shown.
 */
enum RequestDenial {
    /** The row cannot be read as a request. */
    BAD_REQUEST,
    STALE_REQUEST,
    MARKET_UNKNOWN,
    MARKET_CLOSED,
    TRADING_PAUSED,
    BOOK_NOT_FRESH,
    PRICE_OFF_GRID,
    RECONCILIATION_HALT,
    /** The event's fee type is unknown, so that the cost cannot be bounded. */
    FEE_UNKNOWN,
    /** Something failed on our side; nothing was done. */
    FAULT
}
