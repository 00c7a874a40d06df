package io.recio.domain.stop;

import io.recio.domain.settings.InvalidSetting;

/**
 * What the operator set for automatic stops.
 *
 * @param enabled the master switch of all but the emergency
 * @param stopProbabilityPercent sell when the side's win probability falls below it
 * @param minTtcSeconds no stop with less time to close
 * @param verificationSeconds how long the probability must stay below before it counts, when verification is on
 * @param momentumSpikeThreshold in hundredths of a percent, either direction
 * @param takeProfitCents sell once a contract gains as much, cents before fees
 * @param trailingStopCents sell once the side's bid has fallen as far from its best, cents
 * @param emergencyEnabled independent of the master switch
 * @param emergencyAfterSeconds how long price and index must be unusable
 */
public record StopSettings(
        boolean enabled,
        double stopProbabilityPercent,
        int minTtcSeconds,
        boolean verificationEnabled,
        int verificationSeconds,
        boolean momentumSpikeEnabled,
        double momentumSpikeThreshold,
        boolean takeProfitEnabled,
        double takeProfitCents,
        boolean trailingStopEnabled,
        double trailingStopCents,
        boolean emergencyEnabled,
        EmergencyPolicy emergencyPolicy,
        int emergencyAfterSeconds) {

    public static final StopSettings DEFAULT =
            new StopSettings(false, 40, 60, false, 15, true, 36, false, 3, false, 10, true, EmergencyPolicy.CLOSE, 60);

    public StopSettings {
        InvalidSetting.requireBetween("stop_probability", 1, 99, "percent", stopProbabilityPercent);
        InvalidSetting.requireBetween("min_ttc_seconds", 0, 3600, "seconds", minTtcSeconds);
        InvalidSetting.requireBetween("verification_seconds", 1, 600, "seconds", verificationSeconds);
        InvalidSetting.requireBetween("momentum_spike_threshold", 1, 1000, "hundredths", momentumSpikeThreshold);
        InvalidSetting.requireBetween("take_profit_cents", 0.01, 99, "cents", takeProfitCents);
        InvalidSetting.requireBetween("trailing_stop_cents", 0.01, 99, "cents", trailingStopCents);
        InvalidSetting.requireBetween("emergency_after_seconds", 10, 600, "seconds", emergencyAfterSeconds);
    }
}
