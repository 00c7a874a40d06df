package io.recio.coinbase;

/** Hears the feed, on the feed's own event loop: hand over what takes time. What it throws is logged and goes no further. */
@FunctionalInterface
public interface FeedListener {

    void on(FeedMessage message);
}
