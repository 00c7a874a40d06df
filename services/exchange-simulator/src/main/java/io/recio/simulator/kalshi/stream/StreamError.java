package io.recio.simulator.kalshi.stream;

/** What is wrong with a command (EXCHANGES, section C5). */
enum StreamError {
    UNABLE_TO_PROCESS(1, "Unable to process message"),
    PARAMS_REQUIRED(2, "Params required"),
    CHANNELS_REQUIRED(3, "Channels required"),
    SUBSCRIPTION_IDS_REQUIRED(4, "Subscription IDs required"),
    UNKNOWN_COMMAND(5, "Unknown command"),
    UNKNOWN_SUBSCRIPTION_ID(7, "Unknown subscription ID"),
    UNKNOWN_CHANNEL(8, "Unknown channel name"),
    EXACTLY_ONE_SUBSCRIPTION(12, "Exactly one subscription ID is required"),
    UNSUPPORTED_ACTION(13, "Unsupported action"),
    MARKET_REQUIRED(14, "Market Ticker required"),
    ACTION_REQUIRED(15, "Action required"),
    INDEX_IDS_REQUIRED(24, "Index IDs required"),
    BUFFER_OVERFLOW(25, "Subscription buffer overflow");

    private final int code;
    private final String text;

    StreamError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }
}
