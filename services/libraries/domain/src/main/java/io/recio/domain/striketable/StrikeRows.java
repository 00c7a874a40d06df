package io.recio.domain.striketable;

import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.Probability;
import io.recio.domain.striketable.LiveProbability.Direction;
import io.recio.domain.striketable.StrikePricer.Answer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts a market, its book and what the models say of it into rows. */
final class StrikeRows {

    private final FeeEstimate fees;
    private final Quantity orderSize;

    StrikeRows(FeeEstimate fees, Quantity orderSize) {
        this.fees = fees;
        this.orderSize = orderSize;
    }

    StrikeRow row(SpotPrice price, OptionalDouble tier, QuotedMarket quoted, Answer answer) {
        try {
            return quotedRow(price, tier, quoted, answer);
        } catch (RuntimeException e) {
            // One bad row never spoils the cycle: it stays, without quotes, and says that it is bad.
            QuotedMarket bare = new QuotedMarket(quoted.market(), Book.EMPTY, quoted.volume());
            return quotedRow(price, tier, bare, new Answer.None(List.of(NoProbability.BAD_ROW)));
        }
    }

    private StrikeRow quotedRow(SpotPrice price, OptionalDouble tier, QuotedMarket quoted, Answer answer) {
        Strike strike = quoted.market().strike();
        Side active = strike.resolvesYes(price) ? Side.YES : Side.NO;
        double buffer = price.distanceTo(strike.level());
        Optional<Level> yesAsk = quoted.book().bestAsk(Side.YES);
        Optional<Level> noAsk = quoted.book().bestAsk(Side.NO);
        Chances chances = Chances.of(answer);
        Optional<Probability> no = chances.yes().map(Probability::complement);
        Optional<Edge> yesDiff = diff(chances.yes(), yesAsk);
        Optional<Edge> noDiff = diff(no, noAsk);
        return new StrikeRow(
                quoted.market().ticker(),
                strike,
                buffer,
                buffer / price.value() * 100,
                tier.isPresent() ? OptionalDouble.of(buffer / tier.getAsDouble()) : OptionalDouble.empty(),
                active,
                active == Side.YES ? chances.yes() : no,
                StrikePricer.model(answer),
                ofSide(active, chances.byMoveTable()),
                ofSide(active, chances.byVolatility()),
                chances.reasons(),
                yesAsk.map(Level::price),
                noAsk.map(Level::price),
                quoted.book().bestBid(Side.YES).map(Level::price),
                quoted.book().bestBid(Side.NO).map(Level::price),
                yesAsk.map(Level::size),
                noAsk.map(Level::size),
                yesDiff,
                noDiff,
                netDiff(yesDiff, yesAsk),
                netDiff(noDiff, noAsk),
                quoted.volume());
    }

    static LiveProbability live(SpotPrice price, QuotedMarket quoted, Answer answer) {
        Strike strike = quoted.market().strike();
        Direction direction = strike.level().isAbove(price) ? Direction.UP : Direction.DOWN;
        double buffer = price.distanceTo(strike.level());
        Optional<Probability> up = Optional.empty();
        Optional<Probability> down = Optional.empty();
        if (answer instanceof Answer.Chance chance) {
            up = Optional.of(chance.tails().up());
            down = Optional.of(chance.tails().down());
        }
        Optional<Probability> beyond = direction == Direction.UP ? up : down;
        return new LiveProbability(
                quoted.market().ticker(),
                strike,
                buffer,
                buffer / price.value() * 100,
                direction,
                beyond,
                beyond.map(Probability::complement),
                up,
                down,
                StrikePricer.model(answer),
                Chances.of(answer).reasons());
    }

    /** An answer with its absences spelt out, for the row. */
    private record Chances(
            Optional<Probability> yes,
            Optional<Probability> byMoveTable,
            Optional<Probability> byVolatility,
            List<NoProbability> reasons) {

        static Chances of(Answer answer) {
            return switch (answer) {
                case Answer.Chance chance ->
                    new Chances(Optional.of(chance.yes()), chance.byMoveTable(), chance.byVolatility(), List.of());
                case Answer.None none ->
                    new Chances(Optional.empty(), Optional.empty(), Optional.empty(), none.reasons());
            };
        }
    }

    private static Optional<Probability> ofSide(Side side, Optional<Probability> yes) {
        return side == Side.YES ? yes : yes.map(Probability::complement);
    }

    private static Optional<Edge> diff(Optional<Probability> probability, Optional<Level> ask) {
        return probability.isPresent() && ask.isPresent()
                ? Optional.of(Edge.of(probability.get(), ask.get().price()))
                : Optional.empty();
    }

    private Optional<Edge> netDiff(Optional<Edge> diff, Optional<Level> ask) {
        if (diff.isEmpty() || ask.isEmpty()) {
            return Optional.empty();
        }
        Price price = ask.get().price();
        return Optional.of(diff.get().less(fees.perContract(price, orderSize)));
    }
}
