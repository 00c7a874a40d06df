package io.recio.mainapp.controls;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The switches, live; one item. */
@Singleton
class ControlsTopic implements TopicSource {

    private final ControlStore store;

    ControlsTopic(ControlStore store) {
        this.store = store;
    }

    @Override
    public Topic topic() {
        return Topic.CONTROLS;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        items.put("controls", DomainJson.write(store.controls()));
        return items;
    }
}
