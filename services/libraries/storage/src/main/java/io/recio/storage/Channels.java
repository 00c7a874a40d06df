package io.recio.storage;

/** The notification channels; one per topic. Payloads are hints: a symbol, an event ticker, or nothing. */
public final class Channels {

    /** A newer row in {@code live_data.latest_price}; payload: symbol. At most 20 a second per symbol. */
    public static final String PRICE = "price";

    /** Newer books or market states; payload: symbol. At most 20 a second per symbol. */
    public static final String BOOK = "book";

    /** A newer strike table; payload: symbol. */
    public static final String STRIKE_TABLE = "strike_table";

    /** Shard or exchange status changed. */
    public static final String EXCHANGE = "exchange";

    /** A new row in {@code trading.requests}. */
    public static final String REQUESTS = "requests";

    /** A request was answered. */
    public static final String ANSWERS = "answers";

    /** A new order intent. */
    public static final String ORDER_INTENTS = "order_intents";

    /** New order events. */
    public static final String ORDER_EVENTS = "order_events";

    /** New fills of the account. */
    public static final String FILLS = "fills";

    /** New or changed settlements of the account. */
    public static final String SETTLEMENTS = "settlements";

    /** Positions or balances of the account changed. */
    public static final String ACCOUNT = "account";

    /** Orders of the account as the exchange reports them. */
    public static final String ACCOUNT_ORDERS = "account_orders";

    /** Trades changed. */
    public static final String TRADES = "trades";

    /** Live trades were valued anew. */
    public static final String ACTIVE_TRADES = "active_trades";

    /** Kill switch or halt changed. */
    public static final String RISK = "risk";

    /** Settings or suspensions changed. */
    public static final String SETTINGS = "settings";

    /** A state of auto entry or a decision was written. */
    public static final String AUTO_ENTRY = "auto_entry";

    /** An alert was raised or acknowledged. */
    public static final String ALERTS = "alerts";

    /** A request to the failure detector. */
    public static final String SYSTEM_REQUESTS = "system_requests";

    /** A newer row in {@code system.health_status}. */
    public static final String HEALTH = "health";

    private Channels() {}
}
