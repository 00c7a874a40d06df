package io.recio.domain.entry;

import io.recio.domain.price.Momentum;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a burst of momentum keeps entries paused: a fold over the momentum of every second, kept as the time of the last
 * hot reading. Immutable; stored and loaded as its two times.
 *
 * <p>Seconds without momentum count as hot. Feeding the price log's readings of those seconds, in order and before newer
 * ones, proves them calm; after a start that means the readings of one cooldown.
 *
 * @param lastHot the last reading, or unseen second, that was hot
 * @param seenUntil the last second whose momentum was read
 */
public record SpikeAlert(Optional<BusinessTime> lastHot, Optional<BusinessTime> seenUntil) {

    /** Nothing read yet: the past counts as hot. */
    public static final SpikeAlert UNSEEN = new SpikeAlert(Optional.empty(), Optional.empty());

    /** Readings come every second; one this late leaves seconds unseen. */
    static final Duration LONGEST_STEP = Duration.ofSeconds(5);

    /** The alert after one reading; a reading no newer than the last is ignored. */
    public SpikeAlert after(BusinessTime at, Momentum momentum, SpikeSettings settings) {
        if (seenUntil.isPresent() && !seenUntil.get().isBefore(at)) {
            return this;
        }
        boolean hot = isUnseen(at)
                || momentum.isAtLeastInSize(
                        sinceHot(at, settings).isZero() ? settings.momentumThreshold() : settings.cooldownThreshold());
        return new SpikeAlert(hot ? Optional.of(at) : lastHot, Optional.of(at));
    }

    /** How long entries stay paused if all stays calm; zero when they are not paused. */
    public Duration remaining(BusinessTime now, SpikeSettings settings) {
        if (!settings.enabled()) {
            return Duration.ZERO;
        }
        return isUnseen(now) ? settings.cooldown() : sinceHot(now, settings);
    }

    /** What is left of the countdown that the last hot reading started. */
    private Duration sinceHot(BusinessTime now, SpikeSettings settings) {
        Duration left =
                lastHot.map(hot -> settings.cooldown().minus(hot.until(now))).orElse(Duration.ZERO);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private boolean isUnseen(BusinessTime now) {
        return seenUntil.isEmpty() || seenUntil.get().until(now).compareTo(LONGEST_STEP) > 0;
    }
}
