package io.recio.coinbase;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/** What the feed tells its listener, in the order in which it learned it. */
public sealed interface FeedMessage {

    /** The exchange took our subscription; messages flow. */
    record Connected() implements FeedMessage {}

    /** A feed that flowed has ended. It reconnects by itself. */
    record Disconnected(String reason) implements FeedMessage {}

    /**
     * A trade newer than every trade seen before, told once however many channels carry it.
     *
     * @param sequence the product's event number
     * @param bidAsk only when the ticker was the first to tell of the trade
     */
    record TradeSeen(Trade trade, long sequence, Optional<BidAsk> bidAsk) implements FeedMessage {}

    /** A trade that another channel had overtaken. It belongs in the history of its second; it is not the price now. */
    record LateTradeSeen(Trade trade) implements FeedMessage {}

    /** The exchange is alive at this time, and this is the last trade it knows (0 before the first). */
    record HeartbeatSeen(ProductId product, long lastTradeId, BusinessTime time) implements FeedMessage {}

    /**
     * Trades that exist and did not come within a second of the feed's own time, both ends included. Told once; the
     * caller asks {@link CoinbaseRest#tradesBetween} for them.
     */
    record TradesMissed(ProductId product, long from, long to) implements FeedMessage {

        public long count() {
            return to - from + 1;
        }
    }

    /** The exchange complained, took less than we asked for, or could not be reached. The feed goes on trying. */
    record FeedError(String message, String reason) implements FeedMessage {}
}
