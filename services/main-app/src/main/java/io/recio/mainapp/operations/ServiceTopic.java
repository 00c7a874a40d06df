package io.recio.mainapp.operations;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Each instance of each service, live; key: service and instance. */
@Singleton
class ServiceTopic implements TopicSource {

    private final SystemRows rows;

    ServiceTopic(SystemRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.SERVICES;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.services()
                .forEach(service -> items.put(service.service() + "/" + service.instance(), DomainJson.write(service)));
        return items;
    }
}
