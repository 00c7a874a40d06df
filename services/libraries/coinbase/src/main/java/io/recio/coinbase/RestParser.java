package io.recio.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Turns answers into values. One bad row is passed over as if missing; nothing but bad rows is a change of format. */
final class RestParser {

    private static final Logger LOG = Logger.getLogger(RestParser.class);

    private RestParser() {}

    /** Rows of {@code [time, low, high, open, close, volume]}. */
    static List<Candle> candles(JsonNode rows, String path) {
        return rows(rows, path, RestParser::candle);
    }

    static List<Trade> trades(ProductId product, JsonNode rows, String path) {
        return rows(rows, path, row -> Wire.trade(product, row, "size"));
    }

    static Quote quote(ProductId product, JsonNode answer, String path) {
        try {
            return new Quote(Wire.trade(product, answer, "size"), Wire.bidAsk(answer, "bid", "ask"));
        } catch (MalformedPayload e) {
            throw new CoinbaseException.Unreadable("Coinbase answered no ticker path=" + path, e);
        }
    }

    private static Candle candle(JsonNode row) {
        if (row.size() < 6) {
            throw new MalformedPayload("expected 6 columns, found " + row.size());
        }
        return Wire.convert(
                "candle",
                row.toString(),
                _ -> new Candle(
                        BusinessTime.ofEpochSecond(row.path(0).asLong()),
                        Wire.price("open", row.path(3).asText()),
                        Wire.price("high", row.path(2).asText()),
                        Wire.price("low", row.path(1).asText()),
                        Wire.price("close", row.path(4).asText()),
                        Wire.amount("volume", row.path(5).asText())));
    }

    private static <T> List<T> rows(JsonNode rows, String path, Function<JsonNode, T> reader) {
        if (rows.has("message")) {
            // Seen with status 200 as well.
            throw new CoinbaseException.Refused("Coinbase refused path=" + path + " answer="
                    + Wire.excerpt(rows.path("message").asText()));
        }
        if (!rows.isArray()) {
            throw new CoinbaseException.Unreadable(
                    "Coinbase must answer a list, was " + rows.getNodeType() + " path=" + path, null);
        }
        List<T> values = new ArrayList<>(rows.size());
        MalformedPayload lastFault = null;
        for (JsonNode row : rows) {
            try {
                values.add(reader.apply(row));
            } catch (MalformedPayload e) {
                lastFault = e;
            }
        }
        if (lastFault != null) {
            if (values.isEmpty()) {
                throw new CoinbaseException.Unreadable("Coinbase answered no readable row path=" + path, lastFault);
            }
            LOG.warnf(
                    "Passed over malformed rows from Coinbase rows=%d path=%s problem=%s",
                    rows.size() - values.size(), path, lastFault.getMessage());
        }
        return values;
    }
}
