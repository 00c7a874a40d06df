package io.recio.storage.trading;

import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.recio.storage.system.Installation;
import io.recio.storage.trading.TradeRequest.Abandon;
import io.recio.storage.trading.TradeRequest.Close;
import io.recio.storage.trading.TradeRequest.Open;
import io.recio.storage.trading.TradeRequest.Wish;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inserts requests and reads their answers; the trade manager alone answers them. */
public final class RequestStore {

    /** What came of inserting a request. */
    public sealed interface Submission {}

    /** It is new, and waits for its answer. */
    public record Submitted(UUID requestId) implements Submission {}

    /** The key was used before with the same wish: its first request stands. */
    public record AlreadySubmitted(UUID requestId) implements Submission {}

    /** The key was used before with another wish: refused. */
    public record KeyReused(String idempotencyKey) implements Submission {}

    private static final String INSERT = """
        INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by,
            on_behalf_of, ticker, side, quantity, price_cap, trade_id, emergency, strategy, reason,
            decision_id, seen, payload_hash, valid_until, business_at)
        VALUES ($1, $2, $3, $4, $5, '', $6, $7, $8, $9::numeric, $10::numeric, $11, $12, $13, $14, $15, $16::text::jsonb, $17,
            clock_timestamp() + $18::double precision * interval '1 millisecond', $19)
        ON CONFLICT (account, mode, idempotency_key) DO NOTHING\
        """;

    /** The account and mode every request carries. */
    private final Installation installation;

    public RequestStore(Installation installation) {
        this.installation = installation;
    }

    /** Inserts a request whose key nobody else uses, without waiting; one that was used before changes nothing. */
    public void send(Statements statements, TradeRequest request) {
        statements.send(INSERT, row(request));
    }

    public Submission submit(Statements statements, TradeRequest request) {
        boolean inserted = statements.update(INSERT, row(request)) == 1;
        if (inserted) {
            return new Submitted(request.id());
        }
        return statements
                .first("""
                    SELECT request_id, payload_hash FROM trading.requests
                    WHERE account = $1 AND mode = $2 AND idempotency_key = $3\
                    """, installation.account(), installation.mode().text(), request.idempotencyKey())
                .<Submission>map(row -> row.getString("payload_hash").equals(hash(request))
                        ? new AlreadySubmitted(row.getUUID("request_id"))
                        : new KeyReused(request.idempotencyKey()))
                .orElseThrow(() -> new IllegalStateException("request vanished: " + request.idempotencyKey()));
    }

    /** The answer as the trade manager wrote it (JSON), once there is one. */
    public Optional<String> answer(Statements statements, UUID requestId) {
        return statements
                .first(
                        "SELECT answer::text AS answer FROM trading.requests WHERE request_id = $1 AND state ="
                                + " 'answered'",
                        requestId)
                .map(row -> row.getString("answer"));
    }

    private Object[] row(TradeRequest request) {
        @Nullable Open open = request.wish() instanceof Open wish ? wish : null;
        @Nullable Close close = request.wish() instanceof Close wish ? wish : null;
        @Nullable
        UUID trade =
                switch (request.wish()) {
                    case Open wish -> null;
                    case Close wish -> wish.tradeId();
                    case Abandon wish -> wish.tradeId();
                };
        return new @Nullable Object[] {
            request.id(),
            installation.account(),
            installation.mode().text(),
            request.idempotencyKey(),
            kind(request.wish()),
            request.onBehalfOf().orElse(null),
            request.wish().ticker().value(),
            request.wish().side().name(),
            open != null ? open.quantity().contracts() : null,
            open != null ? open.priceCap().dollars() : null,
            trade,
            close != null && close.emergency(),
            request.strategy(),
            request.reason(),
            request.decisionId().orElse(null),
            DomainJson.write(request.seen()),
            hash(request),
            request.validFor().map(valid -> (double) valid.toMillis()).orElse(null),
            Times.column(request.at())
        };
    }

    private static String kind(Wish wish) {
        return switch (wish) {
            case Open open -> "open";
            case Close close -> "close";
            case Abandon abandon -> "abandon";
        };
    }

    /** Of the wish alone: why and when may differ between two tries of the same thing. */
    private static String hash(TradeRequest request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(request.wish().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be available", e);
        }
    }
}
