package io.recio.domain.entry;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.probability.Probability;
import io.recio.domain.striketable.Edge;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether what is left of an automatic entry may go on waiting in the book: while it would be entered again at its price.
 * Pure; looked at anew all the time, for a resting order is a standing offer to those who know better.
 */
public final class RestingRules {

    private RestingRules() {}

    /**
     * The entry that rests.
     *
     * @param price what one contract of the side costs it; a maker pays no fee on these markets (EXCHANGES, section D)
     */
    public record Resting(MarketTicker ticker, EventTicker event, Side side, Price price, BusinessTime closesAt) {}

    /**
     * Why it may not.
     *
     * @param table the newest of its symbol; empty when there is none or it is old
     */
    public static Optional<RefusalCode> obstacle(
            Resting entry, EntrySettings settings, Optional<StrikeTable> table, BusinessTime now) {
        if (!settings.enabled()) {
            return Optional.of(RefusalCode.AUTO_ENTRY_OFF);
        }
        if (now.until(entry.closesAt()).compareTo(Duration.ofSeconds(settings.minTimeSeconds())) < 0) {
            return Optional.of(RefusalCode.TTC_BELOW_MINIMUM);
        }
        Optional<StrikeTable> usable = table.filter(StrikeTable::inputsAreFresh)
                .filter(current -> current.eventTicker().equals(entry.event()));
        return usable.isEmpty()
                ? Optional.of(RefusalCode.INPUTS_NOT_FRESH)
                : momentum(settings, usable.get()).or(() -> worth(entry, settings, usable.get()));
    }

    private static Optional<RefusalCode> momentum(EntrySettings settings, StrikeTable table) {
        if (table.momentum().isEmpty()) {
            return Optional.of(RefusalCode.MOMENTUM_UNKNOWN);
        }
        SpikeSettings spike = settings.spike();
        return spike.enabled() && table.momentum().get().isAtLeastInSize(spike.momentumThreshold())
                ? Optional.of(RefusalCode.SPIKE_ALERT)
                : Optional.empty();
    }

    private static Optional<RefusalCode> worth(Resting entry, EntrySettings settings, StrikeTable table) {
        Optional<Probability> probability = table.row(entry.ticker()).flatMap(row -> row.probability(entry.side()));
        if (probability.isEmpty()) {
            return Optional.of(RefusalCode.PROBABILITY_UNKNOWN);
        }
        if (!(probability.get().percent() >= settings.minProbabilityPercent())) {
            return Optional.of(RefusalCode.PROBABILITY_BELOW_MINIMUM);
        }
        return Edge.of(probability.get(), entry.price()).cents() >= settings.minDifferentialCents()
                ? Optional.empty()
                : Optional.of(RefusalCode.DIFFERENTIAL_BELOW_MINIMUM);
    }
}
