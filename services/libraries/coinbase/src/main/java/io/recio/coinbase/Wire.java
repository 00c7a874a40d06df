package io.recio.coinbase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads values out of the exchange's JSON. Numbers may stand as strings or as numbers, unknown fields are passed over;
 * what is missing or senseless throws {@link MalformedPayload}.
 */
final class Wire {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_EXCERPT = 200;

    /** No price or size needs more; a larger exponent would cost memory to write out. */
    private static final int LARGEST_SCALE = 30;

    private Wire() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedPayload("expected JSON", e);
        }
    }

    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isValueNode() || value.isNull()) {
            throw new MalformedPayload("expected a value in " + field + ", found " + value.getNodeType());
        }
        return value.asText();
    }

    static long integer(JsonNode object, String field) {
        return convert(field, text(object, field), Long::parseLong);
    }

    static BusinessTime time(JsonNode object, String field) {
        return convert(field, text(object, field), BusinessTime::parse);
    }

    static ProductId product(JsonNode object) {
        return convert("product_id", text(object, "product_id"), ProductId::new);
    }

    static SpotPrice price(JsonNode object, String field) {
        return price(field, text(object, field));
    }

    static SpotPrice price(String name, String text) {
        return convert(name, text, t -> SpotPrice.of(decimal(t)));
    }

    static BigDecimal amount(String name, String text) {
        return convert(name, text, Wire::decimal);
    }

    /** Best bid and ask; absent when either is missing or zero, as for an empty book. */
    static Optional<BidAsk> bidAsk(JsonNode object, String bidField, String askField) {
        Optional<SpotPrice> bid = optionalPrice(object, bidField);
        Optional<SpotPrice> ask = optionalPrice(object, askField);
        return bid.flatMap(b -> ask.map(a -> new BidAsk(b, a)));
    }

    static Trade trade(ProductId product, JsonNode object, String sizeField) {
        long id = integer(object, "trade_id");
        SpotPrice price = price(object, "price");
        BigDecimal size = amount(sizeField, text(object, sizeField));
        BusinessTime time = time(object, "time");
        return convert("trade", object.toString(), t -> new Trade(product, id, price, size, time));
    }

    /** The first characters on one line, fit for a log. */
    static String excerpt(String text) {
        String start = text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
        return "'" + start.replaceAll("\\p{Cntrl}", " ") + "'";
    }

    static <T> T convert(String name, String text, Function<String, T> conversion) {
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedPayload("expected a sensible " + name + ", found " + excerpt(text), e);
        }
    }

    private static Optional<SpotPrice> optionalPrice(JsonNode object, String field) {
        String text = object.path(field).asText();
        if (object.path(field).isNull() || text.isBlank()) {
            return Optional.empty();
        }
        BigDecimal dollars = convert(field, text, Wire::decimal);
        return dollars.signum() > 0 ? Optional.of(price(field, text)) : Optional.empty();
    }

    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) > LARGEST_SCALE) {
            throw new NumberFormatException("exponent out of range");
        }
        return number;
    }
}
