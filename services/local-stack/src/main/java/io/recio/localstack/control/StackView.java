package io.recio.localstack.control;

import java.time.Instant;
import java.util.List;

/** What a stack was started with. */
public record StackView(
        long pid,
        String mode,
        String account,
        int speed,
        String data,
        String prices,
        long seed,
        Instant businessAnchor,
        Instant systemAnchor,
        String database,
        List<String> notBuilt) {}
