package io.recio.storage.price;

import io.recio.domain.price.Deltas;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code live_data.price_log}, read: a row a second. Its watchdog writes it with {@link LatestPriceStore}. */
public final class PriceLogStore {

    /** The seconds from the first moment to the last, both included, oldest first; unknown seconds are missing. */
    public List<LoggedSecond> between(Statements statements, Symbol symbol, BusinessTime from, BusinessTime to) {
        return statements.list(PriceLogStore::second, """
                SELECT symbol, at, price, mean_60s, momentum, delta_1m, delta_2m, delta_3m, delta_4m, delta_15m, delta_30m,
                    vol_30s, vol_1m, vol_5m, vol_15m, vol_60m, index_price, quality
                FROM live_data.price_log WHERE symbol = $1 AND at BETWEEN $2 AND $3 ORDER BY at""", symbol.value(), Times.column(from), Times.column(to));
    }

    /** The newest second at or before the moment. */
    public Optional<BusinessTime> newest(Statements statements, Symbol symbol, BusinessTime until) {
        return statements
                .first(
                        "SELECT at FROM live_data.price_log WHERE symbol = $1 AND at <= $2 ORDER BY at DESC LIMIT 1",
                        symbol.value(),
                        Times.column(until))
                .map(row -> Times.business(row, "at"));
    }

    private static LoggedSecond second(Row row) {
        PriceSecond second = new PriceSecond(
                new Symbol(row.getString("symbol")),
                Times.business(row, "at"),
                SpotPrice.of(row.getBigDecimal("price")),
                PriceQuality.valueOf(row.getString("quality").toUpperCase(Locale.ROOT)),
                spot(row, "mean_60s"),
                Optional.ofNullable(row.getDouble("momentum")).map(Momentum::new),
                new Deltas(
                        number(row, "delta_1m"),
                        number(row, "delta_2m"),
                        number(row, "delta_3m"),
                        number(row, "delta_4m"),
                        number(row, "delta_15m"),
                        number(row, "delta_30m")),
                new Volatility(
                        number(row, "vol_30s"),
                        number(row, "vol_1m"),
                        number(row, "vol_5m"),
                        number(row, "vol_15m"),
                        number(row, "vol_60m")));
        return new LoggedSecond(second, spot(row, "index_price"));
    }

    private static Optional<SpotPrice> spot(Row row, String column) {
        return Optional.ofNullable(row.getBigDecimal(column)).map(SpotPrice::of);
    }

    private static OptionalDouble number(Row row, String column) {
        Double value = row.getDouble(column);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
