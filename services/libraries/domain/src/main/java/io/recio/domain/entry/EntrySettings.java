package io.recio.domain.entry;

import io.recio.domain.money.Quantity;
import io.recio.domain.settings.InvalidSetting;

/**
 * What the operator set for automatic entry.
 *
 * @param minTimeSeconds least time to close, seconds
 * @param maxTimeSeconds most time to close, seconds
 * @param minProbabilityPercent least win probability
 * @param minDifferentialCents least differential after fees, cents per contract
 * @param allowReEntry whether a ticker and side may be entered again in the same event once the earlier trade has closed
 * @param positionSize contracts, before the multiplier
 * @param requireAskSize whether the whole order must be on offer within the price cap
 */
public record EntrySettings(
        boolean enabled,
        int minTimeSeconds,
        int maxTimeSeconds,
        double minProbabilityPercent,
        double minDifferentialCents,
        boolean allowReEntry,
        SpikeSettings spike,
        int positionSize,
        int multiplier,
        boolean requireAskSize) {

    public static final EntrySettings DEFAULT =
            new EntrySettings(false, 120, 900, 95, 0.25, false, SpikeSettings.DEFAULT, 1, 1, true);

    public EntrySettings {
        InvalidSetting.requireBetween("min_time", 0, 3600, "seconds", minTimeSeconds);
        InvalidSetting.requireBetween("max_time", minTimeSeconds, 3600, "seconds", maxTimeSeconds);
        InvalidSetting.requireBetween("min_probability", 50, 100, "percent", minProbabilityPercent);
        InvalidSetting.requireBetween("min_differential", -99, 99, "cents", minDifferentialCents);
        InvalidSetting.requireBetween("position_size", 1, 100_000, "contracts", positionSize);
        InvalidSetting.requireBetween("multiplier", 1, 1000, "times", multiplier);
    }

    /** Contracts per entry. */
    public Quantity count() {
        return Quantity.ofContracts(positionSize).times(multiplier);
    }
}
