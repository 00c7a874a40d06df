package io.recio.pricewatchdog.backfill;

import io.recio.coinbase.Candle;
import io.recio.coinbase.CoinbaseRest;
import io.recio.coinbase.ProductId;
import io.recio.coinbase.RestSettings;
import io.recio.coinbase.Trade;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.pricewatchdog.feed.CoinbaseAddress;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** Coinbase's REST API. */
@Singleton
class CoinbaseTradeHistory implements TradeHistory {

    private final CoinbaseRest rest;

    CoinbaseTradeHistory(Vertx vertx, CoinbaseAddress address, SystemClock systemClock, BusinessClock clock) {
        rest = new CoinbaseRest(vertx, RestSettings.of(address.rest()), systemClock, clock);
    }

    @Override
    public List<Trade> trades(ProductId product, long from, long to) {
        return rest.tradesBetween(product, from, to);
    }

    @Override
    public List<Candle> candles(ProductId product, BusinessTime from, BusinessTime to) {
        return rest.candles(product, from, to);
    }

    @PreDestroy
    void close() {
        rest.close();
    }
}
