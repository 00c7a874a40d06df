package io.recio.domain.entry;

import java.time.Duration;

/** What automatic entry is doing, as shown. */
public sealed interface AutoTradeState {

    /** The operator's switch is off. */
    record Disabled() implements AutoTradeState {}

    /** The switch is on, but the machine holds itself back. */
    record Suspended(String reason) implements AutoTradeState {}

    /** A momentum spike pauses entries. */
    record Paused(Duration remaining) implements AutoTradeState {}

    /** Inside the time window. */
    record Active() implements AutoTradeState {}

    /** Outside the time window. */
    record Inactive() implements AutoTradeState {}

    /** The state's name, stable: it is stored. */
    default String name() {
        return switch (this) {
            case Disabled disabled -> "DISABLED";
            case Suspended suspended -> "SUSPENDED";
            case Paused paused -> "PAUSED";
            case Active active -> "ACTIVE";
            case Inactive inactive -> "INACTIVE";
        };
    }

    /** For the screen: {@code PAUSED (14:59)}; a part of a second counts as a whole one. */
    default String label() {
        if (!(this instanceof Paused paused)) {
            return name();
        }
        long seconds = Math.ceilDiv(paused.remaining().toMillis(), 1000L);
        return "%s (%02d:%02d)".formatted(name(), seconds / 60, seconds % 60);
    }
}
