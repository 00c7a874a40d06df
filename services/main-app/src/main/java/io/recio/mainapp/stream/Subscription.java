package io.recio.mainapp.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.json.DomainJson;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser follows: topics, each whole or by some of its keys. As a message:
 * {@code {"subscribe": ["prices", "strike-table:BTC"]}}.
 *
 * @param topics the keys wanted of each topic; none = all
 */
record Subscription(Map<Topic, Set<String>> topics) {

    static final String EXPECTED = "{\"subscribe\": [topic or topic:key, …]} with topics of the API's list";

    static final Subscription NOTHING = new Subscription(Map.of());

    private static final int MOST_TOPICS = 40;

    Subscription {
        topics = Map.copyOf(topics);
    }

    /** Empty when the text is no such message. */
    static Optional<Subscription> parse(String text) {
        JsonNode list;
        try {
            list = DomainJson.MAPPER.readTree(text).path("subscribe");
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!list.isArray() || list.size() > MOST_TOPICS) {
            return Optional.empty();
        }
        var topics = new EnumMap<Topic, Set<String>>(Topic.class);
        for (JsonNode entry : list) {
            String[] parts = entry.asText().split(":", 2);
            Optional<Topic> topic = entry.isTextual() ? Topic.of(parts[0]) : Optional.empty();
            if (topic.isEmpty()) {
                return Optional.empty();
            }
            Set<String> keys = topics.computeIfAbsent(topic.get(), key -> new HashSet<>());
            if (parts.length == 2) {
                keys.add(parts[1]);
            }
        }
        return Optional.of(new Subscription(topics));
    }

    boolean follows(Topic topic) {
        return topics.containsKey(topic);
    }

    /** None = all, or none of the topic. */
    Set<String> keys(Topic topic) {
        return topics.getOrDefault(topic, Set.of());
    }

    boolean wants(Topic topic, String key) {
        Set<String> keys = topics.get(topic);
        return keys != null && (keys.isEmpty() || keys.contains(key));
    }
}
