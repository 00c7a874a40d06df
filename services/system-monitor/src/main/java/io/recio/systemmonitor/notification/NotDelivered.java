package io.recio.systemmonitor.notification;

import java.time.Duration;
import java.util.Optional;

/** The provider did not take the message: try again, not before its own delay when it names one. */
final class NotDelivered extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> after;

    NotDelivered(String message) {
        this(message, Optional.empty());
    }

    NotDelivered(String message, Optional<Duration> after) {
        super(message);
        this.after = after;
    }

    Optional<Duration> after() {
        return after;
    }
}
