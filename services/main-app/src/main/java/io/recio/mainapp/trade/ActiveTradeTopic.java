package io.recio.mainapp.trade;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Live trades as the supervisor values them, live; key: trade id. */
@Singleton
class ActiveTradeTopic implements TopicSource {

    private final TradeRows rows;

    ActiveTradeTopic(TradeRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.ACTIVE_TRADES;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        rows.active().forEach(trade -> items.put(trade.tradeId().toString(), DomainJson.write(trade)));
        return items;
    }
}
