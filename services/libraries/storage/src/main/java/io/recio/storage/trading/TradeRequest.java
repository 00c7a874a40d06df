package io.recio.storage.trading;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to open or close a trade, or to stop closing it, with all that answering it needs.
 *
 * @param idempotencyKey a repeated key returns the first answer; the same key with another wish is refused
 * @param onBehalfOf the user, for requests from the screen
 * @param strategy such as {@code Hourly HTC}
 * @param reason why, for the record
 * @param seen what the requester saw: price, ask, probability, momentum, as text
 * @param validFor how long it may wait to be answered, real time; empty for a close
 */
public record TradeRequest(
        UUID id,
        String idempotencyKey,
        Wish wish,
        Optional<String> onBehalfOf,
        String strategy,
        String reason,
        Optional<UUID> decisionId,
        Map<String, String> seen,
        Optional<Duration> validFor,
        BusinessTime at) {

    /** What is wanted. */
    public sealed interface Wish {

        MarketTicker ticker();

        Side side();
    }

    /** @param priceCap the most one contract of the side may cost */
    public record Open(MarketTicker ticker, Side side, Quantity quantity, Price priceCap) implements Wish {}

    /** @param emergency price it at the last grid price */
    public record Close(UUID tradeId, MarketTicker ticker, Side side, boolean emergency) implements Wish {}

    /** Make no further attempt to sell it; an order that is out may yet be filled. */
    public record Abandon(UUID tradeId, MarketTicker ticker, Side side) implements Wish {}

    public TradeRequest {
        seen = Map.copyOf(seen);
        if (idempotencyKey.isBlank() || idempotencyKey.length() > 200) {
            throw new IllegalArgumentException(
                    "idempotency key must have 1 to 200 characters, was '" + idempotencyKey + "'");
        }
    }
}
