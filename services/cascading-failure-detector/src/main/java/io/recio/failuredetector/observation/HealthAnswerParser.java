package io.recio.failuredetector.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.health.InstanceObservation.Role;
import io.recio.storage.json.DomainJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the check {@code functional} of {@code /q/health/ready}. */
final class HealthAnswerParser {

    private static final String CHECK = "functional";
    private static final String FIGURE = "freshness.";

    private HealthAnswerParser() {}

    /** Empty when the text holds no such check: the process answers, but says nothing of its function. */
    static Optional<HealthAnswer> parse(String body) {
        try {
            for (JsonNode check : DomainJson.MAPPER.readTree(body).path("checks")) {
                JsonNode data = check.path("data");
                if (check.path("name").asText().equals(CHECK) && data.hasNonNull("instance")) {
                    return Optional.of(answer(data));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static HealthAnswer answer(JsonNode data) throws JsonProcessingException {
        TreeMap<String, Boolean> figures = new TreeMap<>();
        for (Map.Entry<String, JsonNode> fact : data.properties()) {
            if (fact.getKey().startsWith(FIGURE)) {
                JsonNode figure = DomainJson.MAPPER.readTree(fact.getValue().asText());
                figures.put(
                        fact.getKey().substring(FIGURE.length()),
                        figure.path("ok").asBoolean());
            }
        }
        return new HealthAnswer(
                data.get("instance").asText(),
                data.path("state").asText().equals("active") ? Role.ACTIVE : Role.STANDBY,
                data.path("epoch").asLong(),
                data.path("functional").asBoolean(),
                data.path("workDone").asLong(),
                figures);
    }
}
