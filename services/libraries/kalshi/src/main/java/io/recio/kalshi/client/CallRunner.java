package io.recio.kalshi.client;

import io.recio.kalshi.client.WriteResult.Doubt;
import io.recio.kalshi.client.WriteResult.NotSentReason;
import io.recio.kalshi.errors.ExchangeUnavailable;
import io.recio.kalshi.errors.KalshiError;
import io.recio.kalshi.errors.KalshiException;
import io.recio.kalshi.errors.RateLimited;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns outcomes into values and exceptions for reads, and into results for writes. */
final class CallRunner {

    private final KalshiHttp http;
    private final Duration timeout;

    CallRunner(KalshiHttp http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /** The same calls with another patience each. */
    CallRunner within(Duration otherTimeout) {
        return new CallRunner(http, otherTimeout);
    }

    /**
     * Reads one answer. A read whose kept-alive connection turned out dead is tried once more on a fresh one.
     *
     * @throws KalshiException when there is none
     */
    <W, T> T read(Call call, Class<W> type, Function<W, T> parser) {
        return parse(call, reply(call).body(), type, parser);
    }

    /** Reads one answer; empty when the exchange does not know the thing (404). */
    <W, T> Optional<T> find(Call call, Class<W> type, Function<W, T> parser) {
        Outcome.Replied reply = send(call);
        if (reply.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(parse(call, checked(call, reply).body(), type, parser));
    }

    /** The answer itself, for its head. */
    Outcome.Replied reply(Call call) {
        return checked(call, send(call));
    }

    /**
     * Reads a list to its last page.
     *
     * @throws UnreadableAnswer when a cursor comes twice, which would go on for ever
     */
    <W, T> List<T> readPages(
            Call call, Class<W> type, Function<W, List<T>> items, Function<W, @Nullable String> cursor) {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Call next = call;
        while (true) {
            W page = read(next, type, wire -> wire);
            all.addAll(parsed(call, page, items));
            String following = cursor.apply(page);
            if (following == null || following.isEmpty()) {
                return all;
            }
            if (!seen.add(following)) {
                throw new UnreadableAnswer(
                        call + " must give each cursor once, repeated '" + Json.excerpt(following) + "'");
            }
            next = call.with("cursor", following);
        }
    }

    /** Writes once. */
    <W, T> WriteResult<T> write(Call call, SendPermit permit, Class<W> type, Function<W, T> parser) {
        return switch (http.send(call, timeout, permit)) {
            case Outcome.NotSent(var reason, var detail) -> new WriteResult.NotSent<>(reason, detail);
            case Outcome.Lost(var doubt, var detail) -> new WriteResult.InDoubt<>(doubt, detail);
            case Outcome.Replied reply when reply.isSuccess() -> accepted(call, reply, type, parser);
            case Outcome.Replied reply -> refused(reply.status(), reply.body());
        };
    }

    private <W, T> WriteResult<T> accepted(Call call, Outcome.Replied reply, Class<W> type, Function<W, T> parser) {
        try {
            String body = reply.body().isBlank() ? "{}" : reply.body();
            return new WriteResult.Accepted<>(parse(call, body, type, parser));
        } catch (UnreadableAnswer e) {
            return new WriteResult.InDoubt<>(
                    Doubt.UNREADABLE_ANSWER, "status=" + reply.status() + " body='" + Json.excerpt(reply.body()) + "'");
        }
    }

    private static <T> WriteResult<T> refused(int status, String body) {
        KalshiError error = KalshiError.parse(body);
        String detail = "status=" + status + " " + error;
        return switch (status) {
            case 400, 401, 403, 404, 410 -> new WriteResult.Rejected<>(status, error);
            case 409 -> new WriteResult.InDoubt<>(Doubt.DUPLICATE, detail);
            case 429 -> new WriteResult.InDoubt<>(Doubt.RATE_LIMITED, detail);
            default -> new WriteResult.InDoubt<>(Doubt.SERVER_ERROR, detail);
        };
    }

    private Outcome.Replied send(Call call) {
        Outcome outcome = http.send(call, timeout, SendPermit.ALWAYS);
        if (outcome instanceof Outcome.Lost lost && lost.doubt() == Doubt.CONNECTION_LOST) {
            outcome = http.send(call, timeout, SendPermit.ALWAYS);
        }
        return switch (outcome) {
            case Outcome.Replied reply -> reply;
            case Outcome.NotSent notSent
            when notSent.reason() == NotSentReason.BUDGET_EXHAUSTED ->
                throw new RateLimited(call + " was not sent: " + notSent.detail(), timeout);
            case Outcome.NotSent notSent -> throw new ExchangeUnavailable(call + " was not sent: " + notSent.detail());
            case Outcome.Lost lost -> throw new ExchangeUnavailable(call + " got no answer: " + lost.detail());
        };
    }

    private static Outcome.Replied checked(Call call, Outcome.Replied reply) {
        if (reply.isSuccess()) {
            return reply;
        }
        throw KalshiException.of(call.toString(), reply.status(), KalshiError.parse(reply.body()));
    }

    private static <W, T> T parse(Call call, String body, Class<W> type, Function<W, T> parser) {
        W wire;
        try {
            wire = Json.read(body, type);
        } catch (UnreadableAnswer e) {
            throw new UnreadableAnswer(call + ": " + e.getMessage(), e);
        }
        return parsed(call, wire, parser);
    }

    private static <W, T> T parsed(Call call, W wire, Function<W, T> parser) {
        try {
            return parser.apply(wire);
        } catch (UnreadableAnswer | IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableAnswer(call + ": " + e.getMessage(), e);
        }
    }
}
