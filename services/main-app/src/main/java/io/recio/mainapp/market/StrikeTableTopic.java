package io.recio.mainapp.market;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The newest strike table of each symbol, live; key: symbol. */
@Singleton
class StrikeTableTopic implements TopicSource {

    private final MarketRows rows;

    StrikeTableTopic(MarketRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.STRIKE_TABLE;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.strikeTables().forEach(table -> items.put(table.symbol(), DomainJson.write(table)));
        return items;
    }
}
