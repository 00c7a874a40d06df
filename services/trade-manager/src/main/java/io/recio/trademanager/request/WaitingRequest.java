package io.recio.trademanager.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.probability.Probability;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.TradeId;
import io.recio.storage.json.DomainJson;
import io.recio.storage.trading.TradeRequest.Abandon;
import io.recio.storage.trading.TradeRequest.Close;
import io.recio.storage.trading.TradeRequest.Open;
import io.recio.trademanager.trade.TradeOrigin;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code trading.requests} that waits for its answer, as it stands there; reading it as a wish may fail.
 *
 * @param onBehalfOf the user; a request with one is manual
 * @param seen JSON: spot, ask (dollars), probability (0 to 1), momentum (percent), as text
 */
record WaitingRequest(
        UUID id,
        String kind,
        String requestedBy,
        Optional<String> onBehalfOf,
        String ticker,
        String side,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal priceCap,
        @Nullable UUID tradeId,
        boolean emergency,
        String strategy,
        String reason,
        Optional<UUID> decisionId,
        String seen,
        Optional<SystemTime> validUntil) {

    boolean isManual() {
        return onBehalfOf.isPresent();
    }

    boolean isStale(SystemTime now) {
        return validUntil.filter(now::isAfter).isPresent();
    }

    /** @throws IllegalArgumentException when a part is missing or no such value */
    Open open() {
        return new Open(
                new MarketTicker(ticker),
                Side.valueOf(side),
                Quantity.of(required("quantity", quantity)),
                Price.of(required("price cap", priceCap)));
    }

    /** @throws IllegalArgumentException likewise */
    Close close() {
        return new Close(required("trade id", tradeId), new MarketTicker(ticker), Side.valueOf(side), emergency);
    }

    /** @throws IllegalArgumentException likewise */
    Abandon abandon() {
        return new Abandon(required("trade id", tradeId), new MarketTicker(ticker), Side.valueOf(side));
    }

    /** The trade a close or its end is about. */
    TradeId trade() {
        return new TradeId(required("trade id", tradeId));
    }

    /** The first word of the reason when it names one; otherwise what the flag says. */
    CloseReason closeReason() {
        String word = reason.strip().split("[^A-Z_]", 2)[0];
        for (CloseReason known : CloseReason.values()) {
            if (known.name().equals(word) && (known.isEmergency() || !emergency)) {
                return known;
            }
        }
        return emergency ? CloseReason.EMERGENCY : CloseReason.MANUAL;
    }

    /** @throws IllegalArgumentException when what was seen is no object of numbers as text */
    TradeOrigin origin() {
        JsonNode values = seenValues();
        return new TradeOrigin(
                id,
                decisionId,
                onBehalfOf.orElse(requestedBy),
                decimal(values, "ask").map(ask -> Price.of(ask).dollars()),
                number(values, "probability"),
                number(values, "momentum"),
                decimal(values, "spot"));
    }

    Optional<Probability> probabilitySeen() {
        OptionalDouble seenProbability = number(seenValues(), "probability");
        return seenProbability.isPresent()
                ? Optional.of(new Probability(seenProbability.getAsDouble()))
                : Optional.empty();
    }

    private JsonNode seenValues() {
        JsonNode values;
        try {
            values = DomainJson.MAPPER.readTree(seen);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what was seen must be JSON, was " + seen, e);
        }
        if (!values.isObject()) {
            throw new IllegalArgumentException("what was seen must be an object, was " + seen);
        }
        return values;
    }

    private static Optional<BigDecimal> decimal(JsonNode values, String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value.asText().strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " seen must be a number, was " + value, e);
        }
    }

    private static OptionalDouble number(JsonNode values, String name) {
        return decimal(values, name)
                .map(value -> OptionalDouble.of(value.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a request must have a " + name + ", had none");
        }
        return value;
    }
}
