package io.recio.trademanager.request;

import io.recio.domain.order.ClientOrderId;
import io.recio.domain.trade.TradeId;
import io.recio.storage.json.DomainJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answer to a request, written into its row. */
public sealed interface Answer {

    /** As stored. */
    String json();

    /** An order was written down; the executor sends it. */
    record Placed(TradeId trade, ClientOrderId order) implements Answer {

        @Override
        public String json() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("outcome", "placed");
            document.put("tradeId", trade.toString());
            document.put("clientOrderId", order.value());
            return DomainJson.write(document);
        }
    }

    /** No further attempt to sell follows. */
    record Abandoned(TradeId trade) implements Answer {

        @Override
        public String json() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("outcome", "abandoned");
            document.put("tradeId", trade.toString());
            return DomainJson.write(document);
        }
    }

    /** @param facts what was found and what was allowed, by name */
    record Denied(String code, SortedMap<String, String> facts) implements Answer {

        static Denied of(Enum<?> code, Map<String, String> facts) {
            return new Denied(code.name(), new TreeMap<>(facts));
        }

        @Override
        public String json() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("outcome", "denied");
            document.put("code", code);
            document.put("facts", facts);
            return DomainJson.write(document);
        }
    }
}
