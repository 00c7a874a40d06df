package io.recio.trademanager.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.json.DomainJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param outcome {@code placed}, {@code denied}, or {@code waiting}: ask again with the same key for the answer
 * @param code why it was denied, such as {@code EXPOSURE_ABOVE_LIMIT}
 * @param facts the numbers behind the code
 */
record RequestAnswer(
        String outcome,
        UUID requestId,
        @Nullable String tradeId,
        @Nullable String clientOrderId,
        @Nullable String code,
        @Nullable JsonNode facts) {

    static RequestAnswer waiting(UUID requestId) {
        return new RequestAnswer("waiting", requestId, null, null, null, null);
    }

    static RequestAnswer of(UUID requestId, String json) {
        try {
            JsonNode answer = DomainJson.MAPPER.readTree(json);
            return new RequestAnswer(
                    answer.path("outcome").asText(),
                    requestId,
                    answer.path("tradeId").textValue(),
                    answer.path("clientOrderId").textValue(),
                    answer.path("code").textValue(),
                    answer.get("facts"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer must be JSON, was unreadable", e);
        }
    }
}
