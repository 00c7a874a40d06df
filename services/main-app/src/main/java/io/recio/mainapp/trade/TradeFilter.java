package io.recio.mainapp.trade;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query parameters that choose trades, as they came. */
record TradeFilter(
        @QueryParam("state") @Nullable String state,
        @QueryParam("symbol") @Nullable String symbol,
        @QueryParam("side") @Nullable String side,
        @QueryParam("outcome") @Nullable String outcome,
        @QueryParam("strategy") @Nullable String strategy,
        @QueryParam("hour") @Nullable String hour,
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("sort") @Nullable String sort) {

    TradeQuery query() {
        return TradeQuery.of(state, symbol, side, outcome, strategy, hour, from, to, sort);
    }
}
