package io.recio.kalshi.socket;

import java.time.Duration;

/**
 * How patient the stream is.
 *
 * @param silence without any frame for so long, pings included, the connection counts as dead; the exchange pings every
 *     10 s
 * @param answerTimeout how long a command or a snapshot may take
 * @param connectTimeout how long a connection may take to stand
 * @param firstPause mean pause before the first new attempt; it doubles with each failure
 * @param longestPause the pause grows no longer than this
 */
public record SocketSettings(
        Duration silence, Duration answerTimeout, Duration connectTimeout, Duration firstPause, Duration longestPause) {

    public static final SocketSettings DEFAULT = new SocketSettings(
            Duration.ofSeconds(12),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(250),
            Duration.ofSeconds(15));

    public SocketSettings {
        if (!silence.isPositive() || !answerTimeout.isPositive() || !connectTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "socket timeouts must be positive, were " + silence + ", " + answerTimeout + ", " + connectTimeout);
        }
        if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "pauses must grow from a positive one, were " + firstPause + " to " + longestPause);
        }
    }

    /** How often silence and overdue answers are looked for. */
    Duration lookInterval() {
        Duration shorter = silence.compareTo(answerTimeout) < 0 ? silence : answerTimeout;
        return Duration.ofMillis(Math.max(1, shorter.toMillis() / 10));
    }
}
