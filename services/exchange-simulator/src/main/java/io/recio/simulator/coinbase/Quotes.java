package io.recio.simulator.coinbase;

import io.recio.simulator.price.TakerSide;
import io.recio.simulator.price.Trade;
import java.math.BigDecimal;
import java.util.SplittableRandom;

/**
 * Best bid and ask right after a trade: one of them is the trade's price, the other a cent to five away.
 *
 * @param bid dollars
 * @param bidSize base currency
 * @param ask dollars
 * @param askSize base currency
 */
record Quotes(BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize) {

    static Quotes after(Trade trade) {
        SplittableRandom random = new SplittableRandom(trade.id());
        BigDecimal price = Numbers.price(trade.price());
        BigDecimal spread = BigDecimal.valueOf(random.nextInt(1, 6), 2);
        boolean atAsk = trade.taker() == TakerSide.BUY;
        return new Quotes(
                atAsk ? price.subtract(spread).max(BigDecimal.valueOf(1, 2)) : price,
                Numbers.size(random.nextLong(10_000, 500_000_000)),
                atAsk ? price : price.add(spread),
                Numbers.size(random.nextLong(10_000, 500_000_000)));
    }
}
