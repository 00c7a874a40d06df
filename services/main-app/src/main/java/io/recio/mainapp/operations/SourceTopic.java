package io.recio.mainapp.operations;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Each source of the screen's numbers, live; key: source. */
@Singleton
class SourceTopic implements TopicSource {

    private final SourceRows rows;

    SourceTopic(SourceRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.SOURCES;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.sources().forEach(source -> items.put(source.source(), DomainJson.write(source)));
        return items;
    }
}
