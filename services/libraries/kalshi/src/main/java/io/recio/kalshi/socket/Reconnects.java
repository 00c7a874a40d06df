package io.recio.kalshi.socket;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next connection: doubling, half of it by chance, forgotten after a good connection. */
final class Reconnects {

    private static final long STABLE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_DOUBLINGS = 20;

    private final SocketSettings settings;
    private final RandomGenerator random;

    private int failures;
    private boolean open;
    private long openedAt;

    Reconnects(SocketSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    void opened(long now) {
        open = true;
        openedAt = now;
    }

    /** The pause after a connection ended or failed. */
    Duration pause(long now) {
        if (open && now - openedAt >= STABLE_NANOS) {
            failures = 0;
        }
        open = false;
        long doubled = settings.firstPause().toNanos() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        long longest = Math.min(settings.longestPause().toNanos(), doubled);
        return Duration.ofNanos(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
