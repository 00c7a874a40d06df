package io.recio.trademanager.adoption;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.order.OrderPricing;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * An order under our prefix that no intent of ours explains.
 *
 * @param boughtSide what it buys; a sale of yes buys no
 * @param yesPrice its limit
 * @param count contracts asked for at first
 * @param resting whether it may still be executed
 */
record OrphanOrder(
        ClientOrderId id,
        MarketTicker ticker,
        Side boughtSide,
        Price yesPrice,
        Quantity count,
        boolean resting,
        BusinessTime createdAt) {

    /** The most it paid for one contract of what it bought. */
    Price cap() {
        return OrderPricing.sidePrice(boughtSide, yesPrice);
    }

    /** As the intent of an entry must have been; it is never sent again. */
    OrderIntent entry(int shard, SystemTime now) {
        OrderIntent intent = OrderIntent.entry(
                id, ticker, BookSide.toBuy(boughtSide), count, yesPrice, Optional.empty(), shard, now);
        return resting ? intent.resting() : intent;
    }

    /** As the intent of a close must have been. */
    OrderIntent close(int shard) {
        return OrderIntent.close(id, ticker, BookSide.toBuy(boughtSide), count, yesPrice, shard);
    }
}
