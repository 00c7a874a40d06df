package io.recio.mainapp.market;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The newest watchlist of each symbol, live; key: symbol. */
@Singleton
class WatchlistTopic implements TopicSource {

    private final MarketRows rows;

    WatchlistTopic(MarketRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.WATCHLIST;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.watchlists().forEach(list -> items.put(list.symbol(), DomainJson.write(list)));
        return items;
    }
}
