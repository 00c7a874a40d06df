package io.recio.domain.stop;

import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.probability.Probability;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * One held trade at this moment. What is not known is absent, and decides nothing.
 *
 * @param buffer how far the price lies on the trade's good side of its strike, dollars; negative on the bad side
 * @param probability that the trade's own side wins
 * @param exitPrice the best bid for the side: one dollar less the opposite side's ask
 * @param gainPerContract exit price less mean price paid, before fees
 * @param pnl if all that is held were sold at the exit price, after the fees paid and the estimated one of that sale
 * @param sighted whether the price or the settlement index is usable
 * @param bookFresh whether the market's book may be acted on
 * @param kept whether the operator ended the attempts to sell it
 */
public record StopReading(
        BusinessTime now,
        Duration ttc,
        Side side,
        Optional<BigDecimal> buffer,
        Optional<Probability> probability,
        Optional<Price> exitPrice,
        Optional<Money> gainPerContract,
        Optional<Money> pnl,
        Optional<Momentum> momentum,
        boolean sighted,
        boolean bookFresh,
        boolean kept) {

    /**
     * Reads the trade against the newest price and the chance of its market.
     *
     * @param price absent while neither price nor index is usable
     * @param yes the chance that the trade's market resolves yes; absent while it cannot be priced
     * @param closesAt the market's close time as now known
     * @param bestBid for the trade's side
     */
    public static StopReading of(
            Trade trade,
            BusinessTime now,
            BusinessTime closesAt,
            Optional<SpotPrice> price,
            Optional<Probability> yes,
            Optional<Price> bestBid,
            Optional<Momentum> momentum,
            Optional<FeeEstimate> fees,
            boolean bookFresh) {
        Side side = trade.terms().side();
        return new StopReading(
                now,
                now.until(closesAt),
                side,
                price.map(spot -> buffer(side, trade.terms().strike(), spot)),
                side == Side.YES ? yes : yes.map(Probability::complement),
                bestBid,
                bestBid.flatMap(bid -> gain(trade, bid)),
                bestBid.map(bid -> pnl(trade, bid, fees)),
                momentum,
                price.isPresent(),
                bookFresh,
                trade.keptBy().isPresent());
    }

    private static BigDecimal buffer(Side side, Strike strike, SpotPrice price) {
        BigDecimal above = price.dollars().subtract(strike.level().dollars());
        return side == Side.YES ? above : above.negate();
    }

    /** Exact to the millionth, rounded down. */
    private static Optional<Money> gain(Trade trade, Price bid) {
        long bought = trade.filled().units();
        if (bought == 0) {
            return Optional.empty();
        }
        Money worth = bid.times(trade.filled());
        return Optional.of(new Money(
                Math.floorDiv(Math.multiplyExact(worth.minus(trade.cost()).units(), 100), bought)));
    }

    private static Money pnl(Trade trade, Price bid, Optional<FeeEstimate> fees) {
        Money gross = trade.pnlAt(bid);
        if (fees.isEmpty() || trade.held().isZero()) {
            return gross;
        }
        Money perContract = fees.get().perContract(bid, trade.held());
        long fee = Math.ceilDiv(
                Math.multiplyExact(perContract.units(), trade.held().units()), 100L);
        return gross.minus(new Money(fee));
    }
}
