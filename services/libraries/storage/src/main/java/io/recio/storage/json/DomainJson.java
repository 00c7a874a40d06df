package io.recio.storage.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.FillId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.Probability;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.TradeId;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/**
 * The one mapper: value types become the text a person would write (money and prices as decimal strings, times as RFC
 * 3339 UTC), records become objects, absent optionals are left out.
 */
public final class DomainJson {

    public static final ObjectMapper MAPPER = configure(new ObjectMapper());

    private DomainJson() {}

    /** Teaches a mapper the domain's value types. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.registerModule(new Jdk8Module())
                .registerModule(new JavaTimeModule())
                .registerModule(valueTypes())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
    }

    public static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("document cannot be written as JSON: " + document.getClass(), e);
        }
    }

    /** @throws IllegalArgumentException when the text is no such document */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "expected a " + type.getSimpleName() + ", found " + e.getOriginalMessage(), e);
        }
    }

    private static SimpleModule valueTypes() {
        SimpleModule module = new SimpleModule("recio-values");
        text(module, Price.class, Price::toString, Price::of);
        text(module, Quantity.class, Quantity::toString, Quantity::of);
        text(module, Money.class, Money::toString, Money::of);
        text(module, SpotPrice.class, SpotPrice::toString, SpotPrice::of);
        text(module, Symbol.class, Symbol::value, Symbol::new);
        text(module, SeriesTicker.class, SeriesTicker::value, SeriesTicker::new);
        text(module, EventTicker.class, EventTicker::value, EventTicker::new);
        text(module, MarketTicker.class, MarketTicker::value, MarketTicker::new);
        text(module, ClientOrderId.class, ClientOrderId::value, ClientOrderId::new);
        text(module, ExchangeOrderId.class, ExchangeOrderId::value, ExchangeOrderId::new);
        text(module, FillId.class, FillId::value, FillId::new);
        text(module, OrderGroupId.class, OrderGroupId::value, OrderGroupId::new);
        text(module, TradeId.class, TradeId::toString, TradeId::of);
        text(module, BusinessTime.class, BusinessTime::toString, BusinessTime::parse);
        text(module, SystemTime.class, SystemTime::toString, text -> SystemTime.of(Instant.parse(text)));
        module.addSerializer(Probability.class, new StdSerializer<>(Probability.class) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(Probability value, JsonGenerator json, SerializerProvider provider)
                    throws IOException {
                json.writeNumber(value.value());
            }
        });
        module.addDeserializer(Probability.class, new StdDeserializer<>(Probability.class) {
            private static final long serialVersionUID = 1L;

            @Override
            public Probability deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return new Probability(json.getDoubleValue());
            }
        });
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdSerializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                String text = json.getValueAsString();
                if (text == null) {
                    return type.cast(context.handleUnexpectedToken(type, json));
                }
                try {
                    return read.apply(text);
                } catch (RuntimeException e) {
                    return type.cast(context.handleWeirdStringValue(type, text, "%s", e.getMessage()));
                }
            }
        });
    }
}
