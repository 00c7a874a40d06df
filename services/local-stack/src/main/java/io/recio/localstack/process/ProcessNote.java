package io.recio.localstack.process;

import java.time.Instant;

/**
 * What local-stack remembers of a process it started.
 *
 * @param name such as {@code trade-manager}
 * @param instance this start of it, such as {@code trade-manager-3f9a02}
 * @param fingerprint of everything it was started with
 * @param restarts how often it had been started again
 */
public record ProcessNote(
        String name,
        String instance,
        ProcessStamp process,
        String fingerprint,
        Instant since,
        int port,
        int restarts) {}
