package io.recio.domain.probability;

/** Why a strike has no probability, and so no trade. Stable names: they are stored and shown. */
public enum NoProbability {
    PRICE_STALE("no tick or heartbeat from the price feed for 3 s"),
    PRICE_BEHIND("the price feed's heartbeats name a trade that has not arrived"),
    SYMBOL_MISMATCH("the price belongs to another symbol"),
    WRONG_EVENT("the market belongs to another event or closes at another time"),
    MARKET_NOT_ACTIVE("the market is not active"),
    MARKET_CLOSED("the market's close time has passed"),
    EXCHANGE_PAUSED("the event's shard is paused for exchange or trading"),
    BOOK_MISSING("no order book received yet"),
    BOOK_STALE("the order book is late or has a gap"),
    AVERAGE_UNKNOWN("inside the last minute and the values seen so far are not known"),
    AVERAGE_COMPLETE("all 60 values of the settlement average are in"),
    VOLATILITY_UNKNOWN("the realised volatility is not known or zero"),
    HISTORY_TOO_SHORT("the move table has too few samples for this horizon"),
    HORIZON_TOO_LONG("the horizon lies beyond the models' hour"),
    NO_MODEL("no model is loaded"),
    BAD_ROW("the strike's inputs are unusable");

    private final String meaning;

    NoProbability(String meaning) {
        this.meaning = meaning;
    }

    /** For people: half a sentence. */
    public String meaning() {
        return meaning;
    }
}
