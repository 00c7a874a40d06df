package io.recio.mainapp.decision;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The newest decision of each symbol, live; key: symbol. */
@Singleton
class DecisionTopic implements TopicSource {

    private final DecisionRows rows;

    DecisionTopic(DecisionRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.DECISIONS;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.newest().forEach(decision -> items.put(decision.symbol(), DomainJson.write(decision)));
        return items;
    }
}
