package io.recio.accountsync;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Objects as the exchange writes them (EXCHANGES, sections A8 and C3). */
final class Payloads {

    private Payloads() {}

    static JsonObject restFill(
            String id, String order, String ticker, String count, String price, String fee, long second) {
        return new JsonObject()
                .put("fill_id", id)
                .put("trade_id", id)
                .put("order_id", order)
                .put("ticker", ticker)
                .put("market_ticker", ticker)
                .put("outcome_side", "yes")
                .put("book_side", "bid")
                .put("count_fp", count)
                .put("yes_price_dollars", price)
                .put("is_taker", true)
                .put("created_time", Instant.ofEpochSecond(second).toString())
                .put("ts", second)
                .put("fee_cost", fee);
    }

    static JsonObject streamFill(
            String id,
            String order,
            String client,
            String ticker,
            String count,
            String price,
            String fee,
            String after,
            long millis) {
        return new JsonObject()
                .put("trade_id", id)
                .put("order_id", order)
                .put("client_order_id", client)
                .put("market_ticker", ticker)
                .put("exchange_index", 2)
                .put("is_taker", true)
                .put("yes_price_dollars", price)
                .put("count_fp", count)
                .put("fee_cost", fee)
                .put("post_position_fp", after)
                .put("outcome_side", "yes")
                .put("book_side", "bid")
                .put("ts_ms", millis);
    }

    static JsonObject order(
            String id, String client, String ticker, String status, String filled, String remaining, long second) {
        return new JsonObject()
                .put("order_id", id)
                .put("client_order_id", client)
                .put("ticker", ticker)
                .put("outcome_side", "yes")
                .put("book_side", "bid")
                .put("status", status)
                .put("yes_price_dollars", "0.9600")
                .put("initial_count_fp", "10.00")
                .put("fill_count_fp", filled)
                .put("remaining_count_fp", remaining)
                .put("created_time", Instant.ofEpochSecond(second).toString())
                .put("ts", second);
    }

    static JsonObject restPosition(String ticker, String position, String exposure, long second) {
        return new JsonObject()
                .put("ticker", ticker)
                .put("position_fp", position)
                .put("total_traded_dollars", exposure)
                .put("market_exposure_dollars", exposure)
                .put("realized_pnl_dollars", "0.0000")
                .put("fees_paid_dollars", "0.0300")
                .put("last_updated_ts", Instant.ofEpochSecond(second).toString())
                .put("exchange_index", 2);
    }

    static JsonObject streamPosition(String ticker, String position, String cost) {
        return new JsonObject()
                .put("market_ticker", ticker)
                .put("position_fp", position)
                .put("position_cost_dollars", cost)
                .put("realized_pnl_dollars", "0.0000")
                .put("fees_paid_dollars", "0.0300")
                .put("volume_fp", "10.00");
    }

    static JsonObject determined(String ticker, String result, String value, long second) {
        return new JsonObject()
                .put("market_ticker", ticker)
                .put("event_type", "determined")
                .put("result", result)
                .put("settlement_value", value)
                .put("determination_ts", second);
    }

    static JsonObject settled(String ticker, long second) {
        return new JsonObject()
                .put("market_ticker", ticker)
                .put("event_type", "settled")
                .put("settled_ts", second);
    }

    static JsonObject settlement(String ticker, String event, String result, long value, long revenue, long second) {
        return new JsonObject()
                .put("ticker", ticker)
                .put("event_ticker", event)
                .put("market_result", result)
                .put("yes_count_fp", "10.00")
                .put("yes_total_cost_dollars", "9.6000")
                .put("no_count_fp", "0.00")
                .put("no_total_cost_dollars", "0.0000")
                .put("revenue", revenue)
                .put("value", value)
                .put("settled_time", Instant.ofEpochSecond(second).toString())
                .put("fee_cost", "0.0300");
    }

    static JsonObject market(String ticker, String event, String result, long closedSecond) {
        return new JsonObject()
                .put("ticker", ticker)
                .put("event_ticker", event)
                .put("market_type", "binary")
                .put("open_time", Instant.ofEpochSecond(closedSecond - 3600).toString())
                .put("close_time", Instant.ofEpochSecond(closedSecond).toString())
                .put("status", "determined")
                .put("result", result)
                .put("settlement_value_dollars", "0.0000")
                .put("strike_type", "greater")
                .put("floor_strike", 114999.99)
                .put(
                        "price_ranges",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("start", "0.0000")
                                        .put("end", "1.0000")
                                        .put("step", "0.0100")))
                .put("exchange_index", 2);
    }
}
