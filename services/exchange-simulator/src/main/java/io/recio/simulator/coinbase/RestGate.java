package io.recio.simulator.coinbase;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.fault.Fault;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Stands before the REST paths: the public rate limit (10 requests a second, burst 15), and the faults in force. */
@ApplicationScoped
class RestGate {

    /** Marks a request whose answer is to be cut in half. */
    static final String TRUNCATED = "coinbase.truncated";

    private static final String PREFIX = "/coinbase";
    private static final String PATHS = PREFIX + "/products";
    private static final int PRIORITY = 100;
    private static final int TOO_MANY = 429;

    private final Vertx vertx;
    private final Faults faults;
    private final TokenBucket bucket;

    @Inject
    RestGate(Vertx vertx, Faults faults, SystemClock clock) {
        this.vertx = vertx;
        this.faults = faults;
        this.bucket = new TokenBucket(10, 15, clock);
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    private void pass(RoutingContext request) {
        if (!request.normalizedPath().startsWith(PATHS)) {
            request.next();
        } else if (!bucket.take()) {
            refuse(request, TOO_MANY, "Public rate limit exceeded");
        } else {
            String detail =
                    request.request().method() + " " + request.normalizedPath().substring(PREFIX.length());
            faults.next(FaultScope.COINBASE_REST, detail)
                    .ifPresentOrElse(fault -> strike(fault, request), request::next);
        }
    }

    private void strike(Fault fault, RoutingContext request) {
        switch (fault.kind()) {
            case LATENCY -> after(fault, request::next);
            case DROP -> request.request().connection().close();
            case TIMEOUT_BEFORE_APPLYING ->
                after(fault, () -> request.request().connection().close());
            case HTTP_429 -> refuse(request, TOO_MANY, "Public rate limit exceeded");
            case HTTP_5XX_BEFORE_APPLYING -> refuse(request, fault.status(), "Internal server error");
            case TRUNCATED_BODY -> {
                request.put(TRUNCATED, true);
                request.next();
            }
            case TIMEOUT_AFTER_APPLYING,
                    HTTP_429_AFTER_APPLYING,
                    HTTP_5XX_AFTER_APPLYING,
                    SEQUENCE_GAP,
                    DUPLICATE_FRAME,
                    REORDERED_FRAMES,
                    MALFORMED_FRAME,
                    DISCONNECT,
                    SILENCE,
                    PARTIAL_FILL,
                    TRADING_PAUSE,
                    EXCHANGE_PAUSE,
                    CLOCK_SKEW,
                    REUSED_IDS ->
                throw new IllegalStateException("fault " + fault.kind().label() + " does not strike these requests");
        }
    }

    private void after(Fault fault, Runnable action) {
        vertx.setTimer(Math.max(1, fault.delay().toMillis()), _ -> action.run());
    }

    private static void refuse(RoutingContext request, int status, String message) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end("{\"message\":\"" + message + "\"}");
    }
}
