package io.recio.mainapp.decision;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Where auto entry stands, live; key: symbol. */
@Singleton
class AutoEntryTopic implements TopicSource {

    private final DecisionRows rows;

    AutoEntryTopic(DecisionRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.AUTO_ENTRY;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.states().forEach(state -> items.put(state.symbol(), DomainJson.write(state)));
        return items;
    }
}
