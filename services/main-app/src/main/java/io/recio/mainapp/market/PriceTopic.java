package io.recio.mainapp.market;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The newest price of each symbol, live; key: symbol. */
@Singleton
class PriceTopic implements TopicSource {

    private final MarketRows rows;

    PriceTopic(MarketRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.PRICES;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.prices().forEach(price -> items.put(price.symbol(), DomainJson.write(price)));
        return items;
    }
}
