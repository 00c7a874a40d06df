package io.recio.pricewatchdog.feed;

import io.recio.coinbase.CoinbaseFeed;
import io.recio.coinbase.FeedListener;
import io.recio.coinbase.FeedSettings;
import io.recio.coinbase.FeedTally;
import io.recio.coinbase.ProductId;
import io.recio.domain.time.SystemClock;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.random.RandomGenerator;

/** Coinbase's WebSocket. */
@Singleton
class CoinbasePriceFeeds implements PriceFeeds {

    private final Vertx vertx;
    private final CoinbaseAddress address;
    private final SystemClock clock;

    CoinbasePriceFeeds(Vertx vertx, CoinbaseAddress address, SystemClock clock) {
        this.vertx = vertx;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public PriceFeed open(ProductId product, FeedListener listener) {
        CoinbaseFeed feed = new CoinbaseFeed(
                vertx,
                FeedSettings.of(address.webSocket(), List.of(product)),
                clock,
                RandomGenerator.getDefault(),
                listener);
        feed.start();
        return new PriceFeed() {
            @Override
            public long count(FeedTally tally) {
                return feed.count(tally);
            }

            @Override
            public void close() {
                feed.close();
            }
        };
    }
}
