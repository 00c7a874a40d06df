package io.recio.mainapp.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking the trade manager.
 *
 * @param outcome {@code placed}, {@code abandoned} (no further attempt to close), {@code denied}, or {@code waiting} when no answer came in time: the trade may still appear;
 *     asking again with the same key returns the answer
 * @param code why it was denied, such as {@code EXPOSURE_ABOVE_LIMIT}
 * @param facts the numbers behind the code
 */
record TradeAnswer(
        String outcome,
        UUID requestId,
        @Nullable UUID tradeId,
        @Nullable String code,
        @Nullable JsonNode facts) {

    static TradeAnswer waiting(UUID requestId) {
        return new TradeAnswer("waiting", requestId, null, null, null);
    }

    /** Reads the manager's answer: a code means denied. */
    static TradeAnswer of(UUID requestId, JsonNode answer) {
        JsonNode trade = answer.path("tradeId");
        UUID tradeId = trade.isTextual() ? UUID.fromString(trade.textValue()) : null;
        JsonNode code = answer.path("code");
        return code.isTextual()
                ? new TradeAnswer("denied", requestId, tradeId, code.textValue(), answer.get("facts"))
                : new TradeAnswer(answer.path("outcome").asText("placed"), requestId, tradeId, null, null);
    }
}
