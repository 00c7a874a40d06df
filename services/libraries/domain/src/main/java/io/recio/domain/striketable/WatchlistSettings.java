package io.recio.domain.striketable;

import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;

/**
 * What a row must show to be watched.
 *
 * @param minVolume contracts traded
 * @param minProbabilityPercent of the entry settings, 0 to 100
 * @param probabilityMargin percentage points below it that are still watched; the bound itself is not
 * @param maxAsk highest ask of the active side
 * @param minDifferential of the entry settings, cents
 * @param differentialMargin cents below it that are still watched, the bound included
 */
public record WatchlistSettings(
        Quantity minVolume,
        double minProbabilityPercent,
        double probabilityMargin,
        Price maxAsk,
        Edge minDifferential,
        double differentialMargin) {

    public static final WatchlistSettings DEFAULT =
            new WatchlistSettings(Quantity.ofContracts(1000), 95, 5, Price.ofCents(98), new Edge(0.25), 3);

    /** Whether the row is worth a look; one without probability or quote never is. */
    boolean admits(StrikeRow row) {
        Side side = row.activeSide();
        return row.volume().isAtLeast(minVolume)
                && row.probability()
                        .filter(p -> p.percent() > minProbabilityPercent - probabilityMargin)
                        .isPresent()
                && row.ask(side).filter(ask -> !ask.isAbove(maxAsk)).isPresent()
                && row.diff(side)
                        .filter(diff -> diff.cents() >= minDifferential.cents() - differentialMargin)
                        .isPresent();
    }
}
