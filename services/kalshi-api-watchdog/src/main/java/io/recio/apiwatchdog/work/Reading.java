package io.recio.apiwatchdog.work;

import io.recio.domain.time.SystemTime;
import java.time.Duration;

/**
 * What became of a REST read.
 *
 * @param <T> what was asked for
 */
public sealed interface Reading<T> {

    /** When it was asked: what was read is at least as new as this. */
    SystemTime askedAt();

    record Answered<T>(T value, SystemTime askedAt, Duration took) implements Reading<T> {}

    /** @param reason for a log line */
    record Failed<T>(String reason, SystemTime askedAt) implements Reading<T> {}
}
