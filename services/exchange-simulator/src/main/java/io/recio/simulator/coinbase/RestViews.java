package io.recio.simulator.coinbase;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.simulator.price.Bar;
import io.recio.simulator.price.Trade;
import java.math.BigDecimal;

/** What the REST paths answer, as it stands on the wire. */
final class RestViews {

    private RestViews() {}

    @RegisterForReflection
    record TradeView(@JsonProperty("trade_id") long tradeId, String side, String size, String price, String time) {

        static TradeView of(Trade trade) {
            return new TradeView(
                    trade.id(),
                    FeedWriter.side(trade.taker().opposite()),
                    Numbers.size(trade.sizeUnits()).toPlainString(),
                    Numbers.price(trade.price()).toPlainString(),
                    Numbers.time(trade.at()));
        }
    }

    @RegisterForReflection
    record TickerView(
            String ask,
            String bid,
            String volume,
            @JsonProperty("trade_id") long tradeId,
            String price,
            String size,
            String time) {

        static TickerView of(Trade trade, long dayVolume) {
            Quotes quotes = Quotes.after(trade);
            return new TickerView(
                    quotes.ask().toPlainString(),
                    quotes.bid().toPlainString(),
                    Numbers.size(dayVolume).toPlainString(),
                    trade.id(),
                    Numbers.price(trade.price()).toPlainString(),
                    Numbers.size(trade.sizeUnits()).toPlainString(),
                    Numbers.time(trade.at()));
        }
    }

    @RegisterForReflection
    record Message(String message) {}

    /** {@code [time, low, high, open, close, volume]}, as JSON numbers. */
    static BigDecimal[] candle(Bar bar) {
        return new BigDecimal[] {
            BigDecimal.valueOf(bar.start().epochSecond()),
            Numbers.price(bar.low()),
            Numbers.price(bar.high()),
            Numbers.price(bar.open()),
            Numbers.price(bar.close()),
            Numbers.size(bar.volumeUnits())
        };
    }
}
