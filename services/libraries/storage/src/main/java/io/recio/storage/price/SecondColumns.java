package io.recio.storage.price;

import io.recio.domain.price.Deltas;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Volatility;
import io.recio.storage.Times;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many seconds as one array per column, in the order of the statement that unnests them. */
final class SecondColumns {

    private SecondColumns() {}

    static Stream<Object> of(List<LoggedSecond> seconds) {
        return Stream.of(
                column(
                        seconds,
                        OffsetDateTime[]::new,
                        row -> Times.column(row.second().at())),
                column(seconds, BigDecimal[]::new, row -> row.second().price().dollars()),
                column(
                        seconds,
                        BigDecimal[]::new,
                        row -> row.second().mean60().map(SpotPrice::dollars).orElse(null)),
                numbers(seconds, second -> second.momentum()
                        .map(momentum -> OptionalDouble.of(momentum.score()))
                        .orElseGet(OptionalDouble::empty)),
                deltas(seconds, Deltas::minute1),
                deltas(seconds, Deltas::minutes2),
                deltas(seconds, Deltas::minutes3),
                deltas(seconds, Deltas::minutes4),
                deltas(seconds, Deltas::minutes15),
                deltas(seconds, Deltas::minutes30),
                volatilities(seconds, Volatility::seconds30),
                volatilities(seconds, Volatility::minute1),
                volatilities(seconds, Volatility::minutes5),
                volatilities(seconds, Volatility::minutes15),
                volatilities(seconds, Volatility::minutes60),
                column(seconds, BigDecimal[]::new, row -> row.index()
                        .map(SpotPrice::dollars)
                        .orElse(null)),
                column(
                        seconds,
                        String[]::new,
                        row -> row.second().quality().name().toLowerCase(Locale.ROOT)));
    }

    private static Object deltas(List<LoggedSecond> seconds, Function<Deltas, OptionalDouble> part) {
        return numbers(seconds, second -> part.apply(second.deltas()));
    }

    private static Object volatilities(List<LoggedSecond> seconds, Function<Volatility, OptionalDouble> part) {
        return numbers(seconds, second -> part.apply(second.volatility()));
    }

    private static Object numbers(List<LoggedSecond> seconds, Function<PriceSecond, OptionalDouble> part) {
        Double[] values = new Double[seconds.size()];
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = part.apply(seconds.get(i).second());
            values[i] = value.isPresent() ? value.getAsDouble() : null;
        }
        return values;
    }

    private static <T> Object column(
            List<LoggedSecond> seconds, IntFunction<T[]> array, Function<LoggedSecond, @Nullable T> part) {
        T[] values = array.apply(seconds.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = part.apply(seconds.get(i));
        }
        return values;
    }
}
