package io.recio.pricewatchdog.backfill;

import io.recio.coinbase.Candle;
import io.recio.coinbase.Trade;
import java.util.List;

/** What became of a {@link Request}: any number of pages, then one end. */
public sealed interface Answer {

    Request request();

    /** Neighbours by id, oldest first. */
    record TradePage(Request.Trades request, List<Trade> trades) implements Answer {}

    /** All minutes that had trades. */
    record CandlePage(Request.Candles request, List<Candle> candles) implements Answer {}

    /** Nothing more comes; trades may not reach back all the way when the exchange lists no more, or too many. */
    record Done(Request request) implements Answer {}

    /** Given up. */
    record Failed(Request request, String reason) implements Answer {}
}
