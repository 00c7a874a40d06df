package io.recio.domain.striketable;

import io.recio.domain.market.EventTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.util.List;

/**
 * An event with its markets as the exchange last described them.
 *
 * @param closesAt when the event closes; a market that closes at another time is not priced
 * @param shardIsTrading whether the event's shard is active for exchange and trading; false when unknown
 * @param books whether the books can be believed
 * @param markets in any order
 */
public record EventQuotes(
        Symbol symbol,
        String broker,
        EventTicker ticker,
        String title,
        BusinessTime closesAt,
        boolean shardIsTrading,
        BookState books,
        List<QuotedMarket> markets) {

    /** Whether the books of an event can be believed (PRODUCT, section 3). */
    public enum BookState {
        /** By socket: gap-free and heard within 12 s; by REST: read within 5 s. */
        FRESH,
        /** Late, or a gap is being repaired. */
        STALE,
        /** None has been received. */
        MISSING
    }

    public EventQuotes {
        markets = List.copyOf(markets);
    }
}
