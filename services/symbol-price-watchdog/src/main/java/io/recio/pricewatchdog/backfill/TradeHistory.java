package io.recio.pricewatchdog.backfill;

import io.recio.coinbase.Candle;
import io.recio.coinbase.ProductId;
import io.recio.coinbase.Trade;
import io.recio.domain.time.BusinessTime;
import java.util.List;

/** The exchange's memory. Calls block; they fail with {@link io.recio.coinbase.CoinbaseException}. */
public interface TradeHistory {

    /** At most a page of trades, both ids included, oldest first. */
    List<Trade> trades(ProductId product, long from, long to);

    /** The finished minutes that had trades, oldest first. */
    List<Candle> candles(ProductId product, BusinessTime from, BusinessTime to);
}
