package io.recio.storage.price;

import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.storage.Channels;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code live_data.latest_price}: one row per symbol; the document is the whole snapshot, the columns are for people. */
public final class LatestPriceStore {

    /**
     * One statement and so one round trip and one transaction: the closed seconds, the newest price, the notification. A
     * second whose price stands keeps the quality it was first written with.
     */
    private static final String WRITE = """
            WITH seconds AS (
                INSERT INTO live_data.price_log AS known (symbol, at, price, mean_60s, momentum,
                    delta_1m, delta_2m, delta_3m, delta_4m, delta_15m, delta_30m,
                    vol_30s, vol_1m, vol_5m, vol_15m, vol_60m, index_price, quality)
                SELECT $1, s.* FROM unnest($28::timestamptz[], $29::numeric[], $30::numeric[], $31::float8[],
                    $32::float8[], $33::float8[], $34::float8[], $35::float8[], $36::float8[], $37::float8[],
                    $38::float8[], $39::float8[], $40::float8[], $41::float8[], $42::float8[],
                    $43::numeric[], $44::text[]) AS s
                ON CONFLICT (symbol, at) DO UPDATE SET price = excluded.price, mean_60s = excluded.mean_60s,
                    momentum = excluded.momentum, delta_1m = excluded.delta_1m, delta_2m = excluded.delta_2m,
                    delta_3m = excluded.delta_3m, delta_4m = excluded.delta_4m, delta_15m = excluded.delta_15m,
                    delta_30m = excluded.delta_30m, vol_30s = excluded.vol_30s, vol_1m = excluded.vol_1m,
                    vol_5m = excluded.vol_5m, vol_15m = excluded.vol_15m, vol_60m = excluded.vol_60m,
                    index_price = coalesce(excluded.index_price, known.index_price),
                    quality = CASE WHEN known.price = excluded.price AND known.quality <> 'interpolated'
                        THEN known.quality ELSE excluded.quality END),
            latest AS (
                INSERT INTO live_data.latest_price (symbol, at, price, trade_id, mean_60s, momentum,
                    delta_1m, delta_2m, delta_3m, delta_4m, delta_15m, delta_30m,
                    vol_30s, vol_1m, vol_5m, vol_15m, vol_60m, change_1h, change_3h, change_1d,
                    quality, feed_state, heard_at, index_price, index_at, document, received_at, written_at)
                VALUES ($1, $2, $3::numeric, $4, $5::numeric, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                    $18, $19, $20, $21, $22, $23, $24::numeric, $25, $26::text::jsonb, $27, clock_timestamp())
                ON CONFLICT (symbol) DO UPDATE SET at = excluded.at, price = excluded.price, trade_id = excluded.trade_id,
                    mean_60s = excluded.mean_60s, momentum = excluded.momentum, delta_1m = excluded.delta_1m,
                    delta_2m = excluded.delta_2m, delta_3m = excluded.delta_3m, delta_4m = excluded.delta_4m,
                    delta_15m = excluded.delta_15m, delta_30m = excluded.delta_30m, vol_30s = excluded.vol_30s,
                    vol_1m = excluded.vol_1m, vol_5m = excluded.vol_5m, vol_15m = excluded.vol_15m,
                    vol_60m = excluded.vol_60m, change_1h = excluded.change_1h, change_3h = excluded.change_3h,
                    change_1d = excluded.change_1d, quality = excluded.quality, feed_state = excluded.feed_state,
                    heard_at = excluded.heard_at, index_price = excluded.index_price, index_at = excluded.index_at,
                    document = excluded.document, received_at = excluded.received_at, written_at = excluded.written_at)
            SELECT pg_notify($45, $1)""";

    /** Writes the row and wakes the readers; call it at most 20 times a second per symbol. */
    public void write(Statements statements, LatestPrice latest) {
        write(statements, latest, List.of());
    }

    /**
     * Writes closed seconds to the log as well, all or nothing.
     *
     * @param seconds each second once; those known before are rewritten; their days' partitions exist
     */
    public void write(Statements statements, LatestPrice latest, List<LoggedSecond> seconds) {
        statements.query(
                WRITE,
                Stream.of(newest(latest), SecondColumns.of(seconds), Stream.<Object>of(Channels.PRICE))
                        .flatMap(part -> part)
                        .toArray());
    }

    private static Stream<@Nullable Object> newest(LatestPrice latest) {
        PriceSnapshot snapshot = latest.snapshot();
        return Stream.of(
                snapshot.symbol().value(),
                Times.column(snapshot.at()),
                snapshot.price().dollars(),
                latest.tradeId().isPresent() ? latest.tradeId().getAsLong() : null,
                snapshot.mean60().map(SpotPrice::dollars).orElse(null),
                snapshot.momentum().map(momentum -> momentum.score()).orElse(null),
                orNull(snapshot.deltas().minute1()),
                orNull(snapshot.deltas().minutes2()),
                orNull(snapshot.deltas().minutes3()),
                orNull(snapshot.deltas().minutes4()),
                orNull(snapshot.deltas().minutes15()),
                orNull(snapshot.deltas().minutes30()),
                orNull(snapshot.volatility().seconds30()),
                orNull(snapshot.volatility().minute1()),
                orNull(snapshot.volatility().minutes5()),
                orNull(snapshot.volatility().minutes15()),
                orNull(snapshot.volatility().minutes60()),
                orNull(latest.change1h()),
                orNull(latest.change3h()),
                orNull(latest.change1d()),
                text(latest.quality()),
                text(latest.feedState()),
                Times.column(snapshot.feed().heardAt()),
                snapshot.index().map(index -> index.price().dollars()).orElse(null),
                snapshot.index().map(index -> Times.column(index.at())).orElse(null),
                DomainJson.write(snapshot),
                Times.column(latest.receivedAt()));
    }

    public Optional<LatestPrice> read(Statements statements, Symbol symbol) {
        return statements.first("""
                        SELECT document::text AS document, trade_id, quality, feed_state, change_1h, change_3h, change_1d,
                            received_at
                        FROM live_data.latest_price WHERE symbol = $1""", symbol.value()).map(LatestPriceStore::latest);
    }

    private static LatestPrice latest(Row row) {
        Long tradeId = row.getLong("trade_id");
        return new LatestPrice(
                DomainJson.read(row.getString("document"), PriceSnapshot.class),
                tradeId == null ? OptionalLong.empty() : OptionalLong.of(tradeId),
                PriceQuality.valueOf(row.getString("quality").toUpperCase(Locale.ROOT)),
                FeedState.valueOf(row.getString("feed_state").toUpperCase(Locale.ROOT)),
                optional(row.getDouble("change_1h")),
                optional(row.getDouble("change_3h")),
                optional(row.getDouble("change_1d")),
                Times.system(row, "received_at"));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
