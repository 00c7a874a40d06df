package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.wire.Wire;
import org.jspecify.annotations.Nullable;

/** What an error says. */
@Wire
record ErrorView(String code, String message, @Nullable String details) {

    /** The shape most errors have. */
    @Wire
    record Nested(ErrorView error) {}

    /** The shape some errors have. */
    @Wire
    record Plain(String error) {}
}
