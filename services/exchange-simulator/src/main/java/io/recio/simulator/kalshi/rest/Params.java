package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters; what is wrong with them becomes {@code invalid_parameters}. */
final class Params {

    private Params() {}

    static int limit(@Nullable Integer given, int least, int most, int fallback) {
        if (given == null) {
            return fallback;
        }
        if (given < least || given > most) {
            throw WireError.invalid("limit must be " + least + " to " + most + ", was " + given);
        }
        return given == 0 ? fallback : given;
    }

    static MarketTicker market(String text) {
        return value("ticker", text, MarketTicker::new);
    }

    static EventTicker event(String text) {
        return value("event ticker", text, EventTicker::new);
    }

    static Price price(@Nullable String text) {
        return value("price", text, Price::of);
    }

    static Quantity count(String name, @Nullable String text) {
        return value(name, text, Quantity::of);
    }

    /** The values of a comma-separated list; empty when there is none. */
    static Set<String> list(@Nullable String text) {
        return text == null || text.isBlank()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    /** Whether a moment lies between two unix seconds; either bound may be absent. */
    static boolean between(long second, @Nullable Long least, @Nullable Long most) {
        return (least == null || second >= least) && (most == null || second <= most);
    }

    /** Whether the filter is absent or equal. */
    static boolean matches(@Nullable String filter, String value) {
        return filter == null || filter.isEmpty() || filter.equals(value);
    }

    static <T> T value(String name, @Nullable String text, Function<String, T> parse) {
        if (text == null || text.isBlank()) {
            throw WireError.invalid(name + " must be given");
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw WireError.invalid(String.valueOf(e.getMessage()));
        }
    }
}
