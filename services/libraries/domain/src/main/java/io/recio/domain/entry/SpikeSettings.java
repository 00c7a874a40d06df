package io.recio.domain.entry;

import io.recio.domain.settings.InvalidSetting;
import java.time.Duration;

/**
 * When a burst of momentum pauses entries. Momentum in hundredths of a percent, either direction.
 *
 * @param momentumThreshold at or beyond it entries pause
 * @param cooldownThreshold while paused, at or beyond it the countdown starts again; at most the momentum threshold
 * @param cooldownMinutes of calm until entries resume
 */
public record SpikeSettings(boolean enabled, double momentumThreshold, double cooldownThreshold, int cooldownMinutes) {

    public static final SpikeSettings DEFAULT = new SpikeSettings(true, 36, 30, 15);

    public SpikeSettings {
        InvalidSetting.requireBetween("spike_alert_momentum_threshold", 1, 1000, "hundredths", momentumThreshold);
        InvalidSetting.requireBetween(
                "spike_alert_cooldown_threshold", 1, momentumThreshold, "hundredths", cooldownThreshold);
        InvalidSetting.requireBetween("spike_alert_cooldown_minutes", 1, 240, "minutes", cooldownMinutes);
    }

    public Duration cooldown() {
        return Duration.ofMinutes(cooldownMinutes);
    }
}
