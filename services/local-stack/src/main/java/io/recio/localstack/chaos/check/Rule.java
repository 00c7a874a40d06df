package io.recio.localstack.chaos.check;

/** What must hold after every run. */
public enum Rule {
    /** No order stands twice at the exchange for one intent, and no trade was entered by two intents. */
    ONE_ORDER_PER_INTENT,
    /** Each order at the exchange was intended; what we call sent or unsent is so. */
    ORDERS_AGREE,
    /** Each fill of the exchange is booked once, in the trade that ordered it, with its price, count and fee. */
    FILLS_ONCE,
    /** Contracts held by our trades are those the exchange held or settled. */
    POSITIONS_EQUAL,
    /** Cash by the exchange, by our balance, and by our profits is one number. */
    CASH_EQUAL,
    /** Each trade has ended. */
    TRADES_FINAL,
    /** Each request was answered and each intent has come to an end. */
    NOTHING_LOST,
    /** Nothing was claimed or recorded by an executor whose lease had passed on, unless held in doubt. */
    EPOCHS_HOLD
}
