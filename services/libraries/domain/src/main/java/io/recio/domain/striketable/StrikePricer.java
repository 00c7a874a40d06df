package io.recio.domain.striketable;

import io.recio.domain.market.Market;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.Pricing.Priced;
import io.recio.domain.probability.Pricing.Unpriced;
import io.recio.domain.probability.PricingInputs;
import io.recio.domain.probability.Probability;
import io.recio.domain.probability.ProbabilityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every model about a strike; the first that answers, in order of preference, prices it. */
final class StrikePricer {

    /** What the models say of one market. */
    sealed interface Answer {

        /**
         * @param tails seen from the price by the model that priced
         */
        record Chance(
                Probability yes,
                ProbabilityModel model,
                Optional<Probability> byMoveTable,
                Optional<Probability> byVolatility,
                Tails tails)
                implements Answer {}

        record None(List<NoProbability> reasons) implements Answer {}
    }

    /** The chances that settlement ends above the price by more than a move, and below it by the move or more. */
    record Tails(Probability up, Probability down) {}

    private final List<ProbabilityModel> models;

    StrikePricer(List<ProbabilityModel> models) {
        this.models = List.copyOf(models);
    }

    Answer ask(EventQuotes event, SharedInputs shared, Market market) {
        if (shared.pricing().isEmpty()) {
            return new Answer.None(shared.reasons());
        }
        if (!market.event().equals(event.ticker()) || !market.closesAt().equals(event.closesAt())) {
            return new Answer.None(List.of(NoProbability.WRONG_EVENT));
        }
        if (!market.status().isTradable()) {
            return new Answer.None(List.of(NoProbability.MARKET_NOT_ACTIVE));
        }
        try {
            return price(market, shared.pricing().get(), shared.view().price().value());
        } catch (RuntimeException e) {
            // One bad row never spoils the cycle: it stays and says that it is bad.
            return new Answer.None(List.of(NoProbability.BAD_ROW));
        }
    }

    private Answer price(Market market, PricingInputs inputs, double price) {
        Optional<Probability> byMoveTable = Optional.empty();
        Optional<Probability> byVolatility = Optional.empty();
        Optional<Probability> first = Optional.empty();
        Optional<ProbabilityModel> firstModel = Optional.empty();
        List<NoProbability> reasons = new ArrayList<>(models.size());
        for (ProbabilityModel model : models) {
            switch (model.yes(market.strike(), inputs)) {
                case Unpriced unpriced -> reasons.add(unpriced.reason());
                case Priced priced -> {
                    Optional<Probability> yes = Optional.of(priced.probability());
                    if (first.isEmpty()) {
                        first = yes;
                        firstModel = Optional.of(model);
                    }
                    switch (priced.model()) {
                        case MOVE_TABLE -> byMoveTable = yes;
                        case VOLATILITY -> byVolatility = yes;
                    }
                }
            }
        }
        if (first.isEmpty() || firstModel.isEmpty()) {
            return new Answer.None(models.isEmpty() ? List.of(NoProbability.NO_MODEL) : reasons);
        }
        Tails tails = tails(firstModel.get(), market.strike().level().value(), price, inputs);
        return new Answer.Chance(first.get(), firstModel.get(), byMoveTable, byVolatility, tails);
    }

    /** The strike's own tail, and its mirror image on the other side of the price. */
    private static Tails tails(ProbabilityModel model, double level, double price, PricingInputs inputs) {
        Probability aboveStrike = above(model, level, inputs);
        Probability aboveMirror = above(model, 2 * price - level, inputs);
        return level > price
                ? new Tails(aboveStrike, aboveMirror.complement())
                : new Tails(aboveMirror, aboveStrike.complement());
    }

    private static Probability above(ProbabilityModel model, double level, PricingInputs inputs) {
        return switch (model.above(level, inputs)) {
            case Priced priced -> priced.probability();
            case Unpriced unpriced ->
                throw new IllegalStateException(
                        "a model that priced a strike must price every level, said " + unpriced.reason());
        };
    }

    /** The name of the model that priced, if one did. */
    static Optional<ModelName> model(Answer answer) {
        return switch (answer) {
            case Answer.Chance chance -> Optional.of(chance.model().name());
            case Answer.None _ -> Optional.empty();
        };
    }
}
