package io.recio.mainapp.trade;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Trades that are not over and the newest that are, live; key: trade id. */
@Singleton
class TradeTopic implements TopicSource {

    private static final int RECENT = 20;

    private final TradeRows rows;

    TradeTopic(TradeRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.TRADES;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.activeAndRecent(RECENT).forEach(trade -> items.put(trade.tradeId().toString(), DomainJson.write(trade)));
        return items;
    }
}
