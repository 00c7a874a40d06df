package io.recio.simulator.kalshi.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.simulator.kalshi.wire.Wire;
import org.jspecify.annotations.Nullable;

/** What an error says. */
@Wire
@RegisterForReflection
record ErrorView(String code, String message, @Nullable String details) {

    /** The shape most errors have. */
    @Wire
    record Nested(ErrorView error) {}

    /** The shape some errors have. */
    @Wire
    record Plain(String error) {}
}
