package io.recio.pricewatchdog.feed;

import io.recio.coinbase.FeedListener;
import io.recio.coinbase.FeedTally;
import io.recio.coinbase.ProductId;

/** Opens the live trades of a product. */
public interface PriceFeeds {

    /** A feed that stays connected until closed. */
    interface PriceFeed extends AutoCloseable {

        long count(FeedTally tally);

        /** The listener hears nothing afterwards. */
        @Override
        void close();
    }

    /** @param listener called on an event loop, one message at a time */
    PriceFeed open(ProductId product, FeedListener listener);
}
