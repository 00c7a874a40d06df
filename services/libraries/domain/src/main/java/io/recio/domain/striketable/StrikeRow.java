package io.recio.domain.striketable;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.Probability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One strike of the table (PRODUCT, section 4). What is not known is absent; nothing is guessed.
 *
 * @param buffer distance between price and strike, dollars, never negative
 * @param bufferPercent the buffer in percent of the price
 * @param bufferTiers the buffer in gaps between neighbouring strikes; absent when there is one strike only
 * @param activeSide the side in the money
 * @param probability that the active side wins
 * @param model which model gave it
 * @param byMoveTable what the move table says of the active side, whether or not it priced
 * @param byVolatility what the volatility model says of the active side, whether or not it priced
 * @param noProbability why there is no probability; empty exactly when there is one
 * @param yesAsk the cheapest offer of yes; the other quotes alike
 * @param yesDiff probability of yes x 100 less its ask
 * @param yesNetDiff the same after the fee per contract of an order of the configured size
 * @param volume contracts traded so far
 */
public record StrikeRow(
        MarketTicker ticker,
        Strike strike,
        double buffer,
        double bufferPercent,
        OptionalDouble bufferTiers,
        Side activeSide,
        Optional<Probability> probability,
        Optional<ModelName> model,
        Optional<Probability> byMoveTable,
        Optional<Probability> byVolatility,
        List<NoProbability> noProbability,
        Optional<Price> yesAsk,
        Optional<Price> noAsk,
        Optional<Price> yesBid,
        Optional<Price> noBid,
        Optional<Quantity> yesAskSize,
        Optional<Quantity> noAskSize,
        Optional<Edge> yesDiff,
        Optional<Edge> noDiff,
        Optional<Edge> yesNetDiff,
        Optional<Edge> noNetDiff,
        Quantity volume) {

    public StrikeRow {
        noProbability = List.copyOf(noProbability);
    }

    /** The chance that the side wins, whichever side is active. */
    public Optional<Probability> probability(Side side) {
        return side == activeSide ? probability : probability.map(Probability::complement);
    }

    public Optional<Price> ask(Side side) {
        return side == Side.YES ? yesAsk : noAsk;
    }

    public Optional<Price> bid(Side side) {
        return side == Side.YES ? yesBid : noBid;
    }

    public Optional<Quantity> askSize(Side side) {
        return side == Side.YES ? yesAskSize : noAskSize;
    }

    public Optional<Edge> diff(Side side) {
        return side == Side.YES ? yesDiff : noDiff;
    }

    public Optional<Edge> netDiff(Side side) {
        return side == Side.YES ? yesNetDiff : noNetDiff;
    }
}
