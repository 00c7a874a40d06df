package io.recio.domain.striketable;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Strike;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.Probability;
import java.util.List;
import java.util.Optional;

/**
 * The chance that settlement lies beyond one strike, seen from the price (PRODUCT, section 4).
 *
 * @param buffer distance between price and strike, dollars
 * @param movePercent the move from price to strike in percent of the price, never negative
 * @param direction where the strike lies from the price
 * @param beyond that settlement lies beyond the strike in that direction
 * @param within that it does not
 * @param upTail that settlement lies above the price by more than the move
 * @param downTail that settlement lies below the price by the move or more
 * @param model which model gave them
 * @param noProbability why there are none; empty exactly when there are
 */
public record LiveProbability(
        MarketTicker ticker,
        Strike strike,
        double buffer,
        double movePercent,
        Direction direction,
        Optional<Probability> beyond,
        Optional<Probability> within,
        Optional<Probability> upTail,
        Optional<Probability> downTail,
        Optional<ModelName> model,
        List<NoProbability> noProbability) {

    /** Where a strike lies from the price. */
    public enum Direction {
        UP,
        DOWN
    }

    public LiveProbability {
        noProbability = List.copyOf(noProbability);
    }

    /** The chance that the market resolves yes; empty for a kind of strike whose chance no single tail tells. */
    public Optional<Probability> yes() {
        Optional<Probability> above = direction == Direction.UP ? upTail : downTail.map(Probability::complement);
        return switch (strike.type()) {
            case GREATER, GREATER_OR_EQUAL -> above;
            case LESS, LESS_OR_EQUAL -> above.map(Probability::complement);
            case BETWEEN -> Optional.empty();
        };
    }
}
