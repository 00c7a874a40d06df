package io.recio.systemmonitor.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait before the next attempt at a delivery. Pure. */
final class DeliveryPace {

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));

    private DeliveryPace() {}

    /**
     * @param attempts made so far, at least one
     * @param asked by the provider
     */
    static Duration after(int attempts, Optional<Duration> asked) {
        Duration ours = STEPS.get(Math.min(attempts, STEPS.size()) - 1);
        return asked.filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
    }
}
