package io.recio.kalshi.parser;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.errors.UnreadableAnswer;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Single fields of a payload; a missing or wrong one is named with what was expected and found. */
final class Fields {

    /** Unix numbers above this are milliseconds: as seconds they would lie past the year 5000. */
    private static final long LARGEST_SECONDS = 100_000_000_000L;

    private Fields() {}

    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new UnreadableAnswer("expected " + name + ", found none");
        }
        return value;
    }

    /** Absent, null and blank are the same: nothing. */
    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    /** The field as a value; wrong text is an unreadable answer. */
    static <T> T parsed(String name, @Nullable String text, Function<String, T> parser) {
        String present = required(name, text);
        try {
            return parser.apply(present);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new UnreadableAnswer("cannot read " + name + " '" + present + "': " + e.getMessage(), e);
        }
    }

    static <T> Optional<T> optional(String name, @Nullable String text, Function<String, T> parser) {
        return text(text).map(present -> parsed(name, present, parser));
    }

    static Price price(String name, @Nullable String text) {
        return parsed(name, text, Price::of);
    }

    static Quantity quantity(String name, @Nullable String text) {
        return parsed(name, text, Quantity::of);
    }

    static Quantity quantityOrZero(String name, @Nullable String text) {
        return optional(name, text, Quantity::of).orElse(Quantity.ZERO);
    }

    static Money money(String name, @Nullable String text) {
        return parsed(name, text, Money::of);
    }

    static Money moneyOrZero(String name, @Nullable String text) {
        return optional(name, text, Money::of).orElse(Money.ZERO);
    }

    static MarketTicker ticker(@Nullable String text) {
        return parsed("ticker", text, MarketTicker::new);
    }

    static BusinessTime time(String name, @Nullable String text) {
        return parsed(name, text, BusinessTime::parse);
    }

    static Optional<BusinessTime> optionalTime(String name, @Nullable String text) {
        return optional(name, text, BusinessTime::parse);
    }

    /** A Unix time in seconds or, when too large for that, milliseconds. */
    static BusinessTime unix(long time) {
        return time > LARGEST_SECONDS ? BusinessTime.ofEpochMilli(time) : BusinessTime.ofEpochSecond(time);
    }

    static Optional<BusinessTime> optionalUnix(@Nullable Long time) {
        return Optional.ofNullable(time).map(Fields::unix);
    }

    /** Ours, or nothing: other hands may use ids of any form. */
    static Optional<ClientOrderId> clientOrderId(@Nullable String text) {
        return text(text).flatMap(present -> {
            try {
                return Optional.of(new ClientOrderId(present));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
