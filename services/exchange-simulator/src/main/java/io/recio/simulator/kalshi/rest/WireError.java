package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/** An answer that is an error; carries what stands on the wire (EXCHANGES, section A11). */
final class WireError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final @Nullable String details;

    WireError(int status, String code, String message, @Nullable String details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    static WireError of(Refusal refusal) {
        String code = refusal.code().wireName();
        return new WireError(refusal.code().status(), code, code.replace('_', ' '), refusal.details());
    }

    static WireError invalid(String details) {
        return new WireError(400, "invalid_parameters", "invalid parameters", details);
    }

    static WireError notFound(String what) {
        return new WireError(404, "not_found", "not found", what);
    }

    static WireError tooMany() {
        return new WireError(429, "too_many_requests", "too many requests", null);
    }

    static WireError unauthenticated(String reason) {
        return new WireError(
                401,
                "authentication_error",
                "authentication_error",
                "rpc error: code = Unauthenticated desc = " + reason);
    }

    int status() {
        return status;
    }

    ErrorView view() {
        return new ErrorView(code, String.valueOf(getMessage()), details);
    }
}
