package io.recio.kalshi.parser;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.NetPosition;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Single fields of a payload; a missing or wrong one is named with what was expected and found. */
final class Fields {

    /** Unix numbers above this are milliseconds: as seconds they would lie past the year 5000. */
    private static final long LARGEST_SECONDS = 100_000_000_000L;

    /** What our records can hold: below a trillion contracts or dollars, and ids that an index can carry. */
    private static final long MOST_QUANTITY_UNITS = 100_000_000_000_000L;

    private static final long MOST_MONEY_UNITS = 1_000_000_000_000_000_000L;
    private static final int LONGEST_ID = 200;

    private static final BusinessTime EARLIEST = BusinessTime.parse("2000-01-01T00:00:00Z");
    private static final BusinessTime LATEST = BusinessTime.parse("2200-01-01T00:00:00Z");

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
        return parsed(name, text, Fields::quantity);
    }

    static Quantity quantityOrZero(String name, @Nullable String text) {
        return optional(name, text, Fields::quantity).orElse(Quantity.ZERO);
    }

    static Money money(String name, @Nullable String text) {
        return parsed(name, text, present -> inRange(name, Money.of(present)));
    }

    static Money moneyOrZero(String name, @Nullable String text) {
        return text(text).map(present -> money(name, present)).orElse(Money.ZERO);
    }

    /** An amount in whole cents. */
    static Money cents(String name, @Nullable Long cents) {
        long present = required(name, cents);
        try {
            return inRange(name, Money.ofCents(present));
        } catch (ArithmeticException e) {
            throw new UnreadableAnswer(
                    "expected " + name + " below a trillion dollars, found " + present + " cents", e);
        }
    }

    static NetPosition position(String name, @Nullable String text) {
        return parsed(name, text, present -> {
            NetPosition position = NetPosition.of(present);
            if (position.units() <= -MOST_QUANTITY_UNITS || position.units() >= MOST_QUANTITY_UNITS) {
                throw new UnreadableAnswer("expected " + name + " below a trillion contracts, found " + position);
            }
            return position;
        });
    }

    /** An identifier of the exchange: opaque, but no longer than any it gives. */
    static String id(String name, @Nullable String text) {
        String present = text(text).orElseThrow(() -> new UnreadableAnswer("expected " + name + ", found none"));
        if (present.length() > LONGEST_ID) {
            throw new UnreadableAnswer(
                    "expected " + name + " of at most " + LONGEST_ID + " characters, found " + present.length());
        }
        return present;
    }

    static MarketTicker ticker(@Nullable String text) {
        return parsed("ticker", text, MarketTicker::new);
    }

    static BusinessTime time(String name, @Nullable String text) {
        return parsed(name, text, present -> inRange(BusinessTime.parse(present)));
    }

    static Optional<BusinessTime> optionalTime(String name, @Nullable String text) {
        return text(text).map(present -> time(name, present));
    }

    /** A Unix time in seconds or, when too large for that, milliseconds. */
    static BusinessTime unix(long time) {
        try {
            return inRange(time > LARGEST_SECONDS ? BusinessTime.ofEpochMilli(time) : BusinessTime.ofEpochSecond(time));
        } catch (DateTimeException e) {
            throw new UnreadableAnswer("expected a Unix time, found " + time, e);
        }
    }

    static Optional<BusinessTime> optionalUnix(@Nullable Long time) {
        return Optional.ofNullable(time).map(Fields::unix);
    }

    private static Quantity quantity(String text) {
        Quantity quantity = Quantity.of(text);
        if (quantity.units() >= MOST_QUANTITY_UNITS) {
            throw new IllegalArgumentException("quantity must lie below a trillion contracts, was " + quantity);
        }
        return quantity;
    }

    private static Money inRange(String name, Money money) {
        if (money.units() <= -MOST_MONEY_UNITS || money.units() >= MOST_MONEY_UNITS) {
            throw new UnreadableAnswer("expected " + name + " below a trillion dollars, found " + money);
        }
        return money;
    }

    private static BusinessTime inRange(BusinessTime time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new UnreadableAnswer("expected a time from " + EARLIEST + " to " + LATEST + ", found " + time);
        }
        return time;
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
