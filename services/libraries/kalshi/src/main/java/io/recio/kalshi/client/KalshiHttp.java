package io.recio.kalshi.client;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.WriteResult.Doubt;
import io.recio.kalshi.client.WriteResult.NotSentReason;
import io.recio.kalshi.limits.RateBudget;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one request and tells what became of it, above all whether anything was written. Never sends twice. */
final class KalshiHttp {

    private static final int CONNECTIONS = 16;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** Below the idle time of common load balancers (60 s): a request must not meet a connection that is closing. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HttpClient client;
    private final KalshiEndpoint endpoint;
    private final KalshiSigner signer;
    private final RateBudget budget;
    private final SystemClock clock;

    KalshiHttp(Vertx vertx, KalshiEndpoint endpoint, KalshiSigner signer, RateBudget budget, SystemClock clock) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setDecompressionSupported(true)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.endpoint = endpoint;
        this.signer = signer;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException on an event loop
     */
    Outcome send(Call call, Duration timeout, SendPermit permit) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(call + " must be called off the event loop, was called on one");
        }
        long deadline = clock.nanos() + timeout.toNanos();
        Flight flight = new Flight(permit);
        try {
            Duration forTokens = call.tokenPatience()
                    .filter(shorter -> shorter.compareTo(timeout) < 0)
                    .orElse(timeout);
            if (!budget.acquire(call.charge(), forTokens)) {
                return new Outcome.NotSent(
                        NotSentReason.BUDGET_EXHAUSTED, "no tokens within " + forTokens.toMillis() + " ms");
            }
            Outcome outcome = await(call, flight, Outcome.left(deadline, clock.nanos()));
            if (outcome instanceof Outcome.Replied reply && reply.status() == 429) {
                budget.refused(call.charge());
            }
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return flight.abandon()
                    ? new Outcome.NotSent(NotSentReason.INTERRUPTED, "interrupted")
                    : new Outcome.Lost(Doubt.TIMEOUT, "interrupted while waiting for the answer");
        }
    }

    void close() {
        client.close();
    }

    private Outcome await(Call call, Flight flight, Duration patience) throws InterruptedException {
        Future<Outcome.Replied> reply =
                client.request(options(call)).compose(request -> exchange(call, flight, request));
        try {
            return reply.toCompletionStage().toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return flight.abandon()
                    ? new Outcome.NotSent(
                            NotSentReason.NO_CONNECTION, "no connection within " + patience.toMillis() + " ms")
                    : new Outcome.Lost(Doubt.TIMEOUT, "no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return failed(flight, e.getCause());
        }
    }

    private Future<Outcome.Replied> exchange(Call call, Flight flight, HttpClientRequest request) {
        if (!flight.begin(request)) {
            request.reset();
            return Future.failedFuture("withdrawn before writing");
        }
        Future<HttpClientResponse> response =
                call.body().map(body -> request.send(Buffer.buffer(body))).orElseGet(request::send);
        return response.compose(answer -> answer.body()
                .map(body ->
                        new Outcome.Replied(answer.statusCode(), body.toString(), date(answer.getHeader("Date")))));
    }

    private static Outcome failed(Flight flight, @Nullable Throwable cause) {
        if (flight.isWithdrawn()) {
            return new Outcome.NotSent(NotSentReason.WITHDRAWN, "withdrawn before writing");
        }
        String detail = cause == null ? "unknown" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return flight.isWritten()
                ? new Outcome.Lost(Doubt.CONNECTION_LOST, detail)
                : new Outcome.NotSent(NotSentReason.NO_CONNECTION, detail);
    }

    private RequestOptions options(Call call) {
        RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setAbsoluteURI(endpoint.restUrl() + call.pathAndQuery())
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "rec.io");
        call.body().ifPresent(body -> options.putHeader("Content-Type", "application/json"));
        signer.headers(call.method().name(), endpoint.restUrl().getPath() + call.path())
                .forEach(options::putHeader);
        return options;
    }

    private static Optional<SystemTime> date(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SystemTime.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
