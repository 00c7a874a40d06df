package io.recio.simulator.kalshi.exchange;

/**
 * Why the exchange did not do what was asked.
 *
 * @param details what was expected and what was found
 */
public record Refusal(Code code, String details) {

    /** The codes of the wire (EXCHANGES, section A11), with their HTTP status. */
    public enum Code {
        INVALID_ORDER(400, "invalid_order"),
        INVALID_ORDER_SIZE(400, "invalid_order_size"),
        INVALID_PARAMETERS(400, "invalid_parameters"),
        INSUFFICIENT_BALANCE(400, "insufficient_balance"),
        ORDER_SIDE_MISMATCH(400, "order_side_mismatch"),
        ORDER_TICKER_MISMATCH(400, "order_ticker_mismatch"),
        ORDER_ID_MISMATCH(400, "order_id_and_client_order_id_mismatch"),
        MARKET_INACTIVE(400, "MARKET_INACTIVE"),
        TRADING_PAUSED(400, "trading_is_paused"),
        EXCHANGE_PAUSED(400, "exchange_is_paused"),
        ORDER_GROUP_TRIGGERED(400, "order_group_triggered"),
        NOT_FOUND(404, "not_found"),
        ORDER_ALREADY_EXISTS(409, "order_already_exists");

        private final int status;
        private final String wireName;

        Code(int status, String wireName) {
            this.status = status;
            this.wireName = wireName;
        }

        public int status() {
            return status;
        }

        public String wireName() {
            return wireName;
        }
    }

    static Refusal of(Code code, String details, Object... found) {
        return new Refusal(code, details.formatted(found));
    }
}
