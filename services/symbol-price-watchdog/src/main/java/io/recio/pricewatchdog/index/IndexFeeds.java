package io.recio.pricewatchdog.index;

import io.recio.domain.price.IndexValue;
import java.util.function.Consumer;

/** Opens the values of a settlement index. */
public interface IndexFeeds {

    /** A feed that stays connected until closed. */
    interface IndexFeed extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Without entitlement nothing comes, and prices follow the exchange alone.
     *
     * @param indexId such as {@code BRTI}
     * @param listener called on an event loop
     */
    IndexFeed open(String indexId, Consumer<IndexValue> listener);
}
