package io.recio.simulator.kalshi.rest;

import io.recio.domain.money.Price;
import io.recio.simulator.kalshi.exchange.CandleSeries.Candle;
import io.recio.simulator.kalshi.exchange.CandleSeries.Range;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.wire.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A minute of a market as the wire shows it; without a trade the price has only what was before. */
@Wire
record CandleView(
        long endPeriodTs, Quotes yesBid, Quotes yesAsk, Prices price, String volumeFp, String openInterestFp) {

    /** Open, low, high and close of a quote. */
    @Wire
    record Quotes(String openDollars, String lowDollars, String highDollars, String closeDollars) {

        static Quotes of(Range range) {
            return new Quotes(
                    range.open().toString(),
                    range.low().toString(),
                    range.high().toString(),
                    range.close().toString());
        }
    }

    /** Open, low, high, close and mean of the trades. */
    @Wire
    record Prices(
            @Nullable String openDollars,
            @Nullable String lowDollars,
            @Nullable String highDollars,
            @Nullable String closeDollars,
            @Nullable String meanDollars,
            @Nullable String previousDollars) {}

    /** The candles of one market. */
    @Wire
    record Many(String ticker, List<CandleView> candlesticks) {}

    /** The candles of one of several markets. */
    @Wire
    record Named(String marketTicker, List<CandleView> candlesticks) {}

    /** The candles of several markets. */
    @Wire
    record Batch(List<Named> markets) {}

    static List<CandleView> of(HourlyMarket market, long start, long end) {
        return market.candles().all().stream()
                .filter(candle -> candle.endsAt() >= start && candle.endsAt() <= end)
                .map(CandleView::of)
                .toList();
    }

    private static CandleView of(Candle candle) {
        return new CandleView(
                candle.endsAt(),
                Quotes.of(candle.yesBid()),
                Quotes.of(candle.yesAsk()),
                prices(candle),
                candle.volume().toString(),
                candle.openInterest().toString());
    }

    private static Prices prices(Candle candle) {
        String previous =
                candle.previous().equals(Price.ZERO) ? null : candle.previous().toString();
        Range range = candle.trades();
        if (range == null) {
            return new Prices(null, null, null, null, null, previous);
        }
        BigDecimal mean =
                candle.turnover().dollars().divide(candle.volume().contracts(), Price.SCALE, RoundingMode.HALF_EVEN);
        return new Prices(
                range.open().toString(),
                range.low().toString(),
                range.high().toString(),
                range.close().toString(),
                mean.toPlainString(),
                previous);
    }
}
