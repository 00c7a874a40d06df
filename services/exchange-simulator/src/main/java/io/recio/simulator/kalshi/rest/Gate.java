package io.recio.simulator.kalshi.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.fault.Fault;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.kalshi.access.Doorkeeper;
import io.recio.simulator.kalshi.access.RateBudget;
import io.recio.simulator.kalshi.access.SignatureCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Stands before and behind every call: faults, signature, read tokens, the exchange's time. */
class Gate {

    /** The property with {@code SystemClock.nanos()} of the request's arrival. */
    static final String ARRIVED = "kalshi.arrived";

    /** The property with the fault that strikes the request, if any. */
    static final String FAULT = "kalshi.fault";

    private static final String BASE = "/trade-api/v2";

    private final Faults faults;
    private final Doorkeeper door;
    private final RateBudget budget;
    private final SystemClock clock;
    private final ObjectMapper json;

    @Inject
    Gate(Faults faults, Doorkeeper door, RateBudget budget, SystemClock clock, ObjectMapper json) {
        this.faults = faults;
        this.door = door;
        this.budget = budget;
        this.clock = clock;
        this.json = json;
    }

    @KalshiApi
    @ServerRequestFilter
    Uni<Response> before(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest http) {
        request.setProperty(ARRIVED, clock.nanos());
        String path = http.path();
        Optional<Fault> fault =
                faults.next(FaultScope.KALSHI_REST, request.getMethod() + " " + path.substring(BASE.length()));
        fault.ifPresent(struck -> request.setProperty(FAULT, struck));
        Uni<Response> admitted =
                Uni.createFrom().item(() -> admit(request, resource, path).orElse(null));
        return fault.<Uni<Response>>map(struck -> switch (struck.kind()) {
                    case LATENCY -> admitted.onItem().delayIt().by(atLeastAMilli(struck.delay()));
                    case DROP -> close(http, Duration.ZERO);
                    case TIMEOUT_BEFORE_APPLYING -> close(http, struck.delay());
                    case HTTP_429 -> Uni.createFrom().item(WireErrors.answer(WireError.tooMany(), false));
                    case HTTP_5XX_BEFORE_APPLYING -> Uni.createFrom().item(broken(struck));
                    default -> admitted;
                })
                .orElse(admitted);
    }

    @KalshiApi
    @ServerResponseFilter
    Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response, HttpServerRequest http) {
        response.getHeaders()
                .putSingle(
                        HttpHeaders.DATE,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                door.now().instant().atOffset(ZoneOffset.UTC)));
        if (!(request.getProperty(FAULT) instanceof Fault struck)) {
            return Uni.createFrom().voidItem();
        }
        return switch (struck.kind()) {
            case TIMEOUT_AFTER_APPLYING -> close(http, struck.delay());
            case HTTP_429_AFTER_APPLYING -> replace(response, WireErrors.answer(WireError.tooMany(), false));
            case HTTP_5XX_AFTER_APPLYING -> replace(response, broken(struck));
            case TRUNCATED_BODY -> truncate(response, http);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Optional<Response> admit(ContainerRequestContext request, ResourceInfo resource, String path) {
        boolean signed = isSigned(resource.getResourceMethod()) || isSigned(resource.getResourceClass());
        if (signed) {
            SignatureCheck.Claim claim = new SignatureCheck.Claim(
                    request.getHeaderString(SignatureCheck.KEY),
                    request.getHeaderString(SignatureCheck.TIMESTAMP),
                    request.getHeaderString(SignatureCheck.SIGNATURE));
            Optional<String> refusal = door.refusal(claim, request.getMethod(), path);
            if (refusal.isPresent()) {
                return Optional.of(WireErrors.answer(WireError.unauthenticated(refusal.get()), false));
            }
            boolean writes = !HttpMethod.GET.equals(request.getMethod());
            if (writes && !door.mayWrite(String.valueOf(claim.key()))) {
                return Optional.of(WireErrors.answer(
                        new WireError(403, "forbidden", "forbidden", "key lacks the scope write"), false));
            }
        }
        if (HttpMethod.GET.equals(request.getMethod()) && !budget.read(cost(path))) {
            return Optional.of(WireErrors.answer(WireError.tooMany(), true));
        }
        return Optional.empty();
    }

    private static int cost(String path) {
        return path.startsWith(BASE + "/cfbenchmarks") ? RateBudget.INDEX_COST : RateBudget.DEFAULT_COST;
    }

    private static boolean isSigned(AnnotatedElement element) {
        return element.isAnnotationPresent(Signed.class);
    }

    private static Response broken(Fault struck) {
        return WireErrors.answer(
                new WireError(struck.status(), "internal_server_error", "internal server error", null), false);
    }

    /** Answers nothing, then closes the connection; whoever waits for more waits for ever. */
    private static <T> Uni<T> close(HttpServerRequest http, Duration delay) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(atLeastAMilli(delay))
                .onItem()
                .invoke(() -> http.connection().close())
                .onItem()
                .transformToUni(ignored -> Uni.createFrom().nothing());
    }

    private static Uni<Void> replace(ContainerResponseContext response, Response other) {
        response.setStatus(other.getStatus());
        response.setEntity(other.getEntity(), null, MediaType.APPLICATION_JSON_TYPE);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> truncate(ContainerResponseContext response, HttpServerRequest http) {
        byte[] whole = body(response.getEntity());
        http.response()
                .setStatusCode(response.getStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(whole.length));
        http.response()
                .write(Buffer.buffer(Arrays.copyOf(whole, whole.length / 2)))
                .onComplete(done -> http.connection().close());
        return Uni.createFrom().nothing();
    }

    private byte[] body(Object entity) {
        try {
            return entity == null
                    ? new byte[0]
                    : json.writeValueAsString(entity).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write an answer as JSON", e);
        }
    }

    private static Duration atLeastAMilli(Duration delay) {
        return delay.isPositive() ? delay : Duration.ofMillis(1);
    }
}
