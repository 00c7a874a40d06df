package io.recio.trademanager.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.storage.trading.TradeRequest.Open;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * The body of a wish to open.
 *
 * @param side YES or NO
 * @param quantity contracts, decimal text with at most two places
 * @param priceCapDollars the most one contract of the side may cost, decimal text with at most four places
 */
record OpenTrade(String ticker, String side, String quantity, String priceCapDollars) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS = Set.of("ticker", "side", "quantity", "priceCapDollars");
    private static final BigDecimal SMALLEST_QUANTITY = new BigDecimal("0.01");
    private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("1000000");
    private static final BigDecimal SMALLEST_PRICE = new BigDecimal("0.0001");
    private static final BigDecimal LARGEST_PRICE = new BigDecimal("0.9999");

    /** @throws ApiProblem 400, naming the field */
    static Open read(String body) {
        JsonNode json;
        try {
            json = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw ApiProblem.malformed("expected a JSON object, found " + e.getOriginalMessage());
        }
        if (!json.isObject()) {
            throw ApiProblem.malformed("expected a JSON object, found " + json.getNodeType());
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw ApiProblem.field(name, "no such field", json.get(name));
            }
        });
        String side = text(json, "side");
        if (!List.of("YES", "NO").contains(side)) {
            throw ApiProblem.field("side", "YES or NO", side);
        }
        return new Open(
                ticker(text(json, "ticker")),
                Side.valueOf(side),
                Quantity.of(decimal(json, "quantity", SMALLEST_QUANTITY, LARGEST_QUANTITY, Quantity.SCALE)),
                Price.of(decimal(json, "priceCapDollars", SMALLEST_PRICE, LARGEST_PRICE, Price.SCALE)));
    }

    private static MarketTicker ticker(String text) {
        try {
            return new MarketTicker(text);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.field("ticker", "a market's ticker", text);
        }
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw ApiProblem.field(field, "a text", value == null ? "nothing" : value);
        }
        return value.textValue();
    }

    private static BigDecimal decimal(JsonNode json, String field, BigDecimal least, BigDecimal most, int places) {
        String text = text(json, field);
        if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            BigDecimal value = new BigDecimal(text);
            if (value.stripTrailingZeros().scale() <= places
                    && value.compareTo(least) >= 0
                    && value.compareTo(most) <= 0) {
                return value.setScale(places);
            }
        }
        throw ApiProblem.field(
                field, "a decimal as text from " + least + " to " + most + " with at most " + places + " places", text);
    }
}
