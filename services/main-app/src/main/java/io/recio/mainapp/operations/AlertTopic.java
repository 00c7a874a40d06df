package io.recio.mainapp.operations;

import io.recio.mainapp.rest.PageQuery;
import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The newest alerts, live; key: alert id. */
@Singleton
class AlertTopic implements TopicSource {

    private static final PageQuery NEWEST = new PageQuery(0, 30);

    private final SystemRows rows;

    AlertTopic(SystemRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.ALERTS;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.alerts(NEWEST).items().forEach(alert -> items.put(alert.alertId().toString(), DomainJson.write(alert)));
        return items;
    }
}
