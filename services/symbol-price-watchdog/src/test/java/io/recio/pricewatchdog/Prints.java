package io.recio.pricewatchdog;

import io.recio.coinbase.Candle;
import io.recio.coinbase.ProductId;
import io.recio.coinbase.Trade;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.time.Duration;

/** Trades and candles of BTC-USD around a noon. */
public final class Prints {

    public static final ProductId BTC = new ProductId("BTC-USD");
    public static final BusinessTime NOON = BusinessTime.parse("2026-11-22T12:00:00Z");

    private Prints() {}

    public static BusinessTime at(double seconds) {
        return NOON.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    public static Trade trade(long id, double seconds, String price) {
        return new Trade(BTC, id, SpotPrice.of(price), new BigDecimal("0.5"), at(seconds));
    }

    public static Candle candle(int minute, String open, String high, String low, String close, String volume) {
        return new Candle(
                at(minute * 60L),
                SpotPrice.of(open),
                SpotPrice.of(high),
                SpotPrice.of(low),
                SpotPrice.of(close),
                new BigDecimal(volume));
    }
}
