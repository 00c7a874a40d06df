package io.recio.apiwatchdog.market;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.FeeTerms;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.SeriesDetails;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Times;
import io.recio.storage.market.MarketStore;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Schema {@code markets}; {@link MarketStore} reads what this writes. */
@Singleton
class PostgresBoardStore implements BoardStore {

    private static final String EVENT = """
            INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index,
                fee_type_override, fee_multiplier_override)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (event_ticker) DO UPDATE
            SET title = excluded.title, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
                exchange_index = excluded.exchange_index, fee_type_override = excluded.fee_type_override,
                fee_multiplier_override = excluded.fee_multiplier_override, updated_at = clock_timestamp()""";

    private static final String MARKETS = """
            INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, cap_strike, status, result,
                opens_at, closes_at, exchange_index, grid, volume, open_interest, expiration_value, settlement_value,
                determined_at, settled_at)
            SELECT ticker, event_ticker, symbol, strike_type, floor_strike, cap_strike, status, result, opens_at, closes_at,
                exchange_index, grid, volume, open_interest, expiration_value, settlement_value, determined_at, settled_at
            FROM jsonb_to_recordset($1::text::jsonb) AS changed (ticker text, event_ticker text, symbol text,
                strike_type text, floor_strike numeric, cap_strike numeric, status text, result text,
                opens_at timestamptz, closes_at timestamptz, exchange_index integer, grid jsonb, volume numeric,
                open_interest numeric, expiration_value text, settlement_value numeric, determined_at timestamptz,
                settled_at timestamptz)
            ON CONFLICT (ticker) DO UPDATE
            SET strike_type = excluded.strike_type, floor_strike = excluded.floor_strike,
                cap_strike = excluded.cap_strike, status = excluded.status, result = excluded.result,
                opens_at = excluded.opens_at, closes_at = excluded.closes_at,
                exchange_index = excluded.exchange_index, grid = excluded.grid, volume = excluded.volume,
                open_interest = excluded.open_interest, expiration_value = excluded.expiration_value,
                settlement_value = excluded.settlement_value, determined_at = excluded.determined_at,
                settled_at = excluded.settled_at, updated_at = clock_timestamp()""";

    private static final String BOOKS = """
            INSERT INTO markets.books (ticker, event_ticker, yes_bids, no_bids, volume, revision, changed_at)
            SELECT ticker, event_ticker, yes_bids::jsonb, no_bids::jsonb, volume::numeric, $7, changed_at
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                AS changed (ticker, event_ticker, yes_bids, no_bids, volume, changed_at)
            ON CONFLICT (ticker) DO UPDATE
            SET yes_bids = excluded.yes_bids, no_bids = excluded.no_bids, volume = excluded.volume,
                revision = excluded.revision, changed_at = excluded.changed_at, written_at = clock_timestamp()""";

    private static final String FEED = """
            INSERT INTO markets.book_feeds (event_ticker, source, valid, reason, heard_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (event_ticker) DO UPDATE
            SET source = excluded.source, valid = excluded.valid, reason = excluded.reason,
                heard_at = excluded.heard_at""";

    private final Database database;
    private final MarketStore reader = new MarketStore();

    PostgresBoardStore(Database database) {
        this.database = database;
    }

    @Override
    public Tempo tempo() {
        return database.first("SELECT speed FROM system.clock")
                .map(row -> new Tempo(row.getInteger("speed")))
                .orElseThrow(() -> new IllegalStateException("system.clock must hold a row, was empty"));
    }

    @Override
    public long newestRevision() {
        return database.first("SELECT coalesce(max(revision), 0) AS newest FROM markets.books")
                .map(row -> row.getLong("newest"))
                .orElse(0L);
    }

    @Override
    public List<WatchedEvent> load(Symbol symbol, BusinessTime now, long nanos, SystemTime at) {
        List<EventFacts> events = database.list(PostgresBoardStore::event, """
                SELECT * FROM markets.events e
                WHERE symbol = $1 AND (closes_at > $2 OR EXISTS (
                    SELECT FROM markets.markets m WHERE m.event_ticker = e.event_ticker AND m.status <> 'FINALIZED'))
                ORDER BY closes_at""", symbol.value(), Times.column(now));
        return events.stream()
                .map(event -> WatchedEvent.stored(event, markets(event.ticker(), now), nanos, at))
                .toList();
    }

    /** All is prepared before the transaction begins: while it lasts, the lease cannot be renewed. */
    @Override
    public void write(Fence fence, Changes changes, long revision) {
        String symbol = changes.symbol().value();
        List<Tuple> events =
                changes.events().stream().map(event -> tuple(event, symbol)).toList();
        String markets = MarketColumns.rows(changes.markets(), symbol);
        Object[] books = books(changes.books(), revision);
        List<Tuple> feeds = changes.feeds().entrySet().stream()
                .map(feed -> tuple(feed.getKey(), feed.getValue()))
                .toList();
        database.fenced(fence, statements -> {
            statements.batch(EVENT, events);
            if (!changes.markets().isEmpty()) {
                statements.update(MARKETS, markets);
            }
            if (!changes.books().isEmpty()) {
                statements.update(BOOKS, books);
            }
            statements.batch(FEED, feeds);
            if (changes.tells()) {
                statements.notify(Channels.BOOK, symbol);
            }
            return changes;
        });
    }

    @Override
    public void write(Fence fence, SeriesDetails series) {
        if (series.fees().type().isEmpty()) {
            return;
        }
        database.fenced(
                fence,
                statements -> statements.update(
                        """
                        INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
                        VALUES ($1, $2, $3, $4)
                        ON CONFLICT (series_ticker) DO UPDATE
                        SET title = excluded.title, fee_type = excluded.fee_type,
                            fee_multiplier = excluded.fee_multiplier, updated_at = clock_timestamp()""",
                        series.ticker().value(),
                        series.title(),
                        series.fees().type().get(),
                        series.fees().multiplier().orElse(BigDecimal.ONE)));
    }

    @Override
    public void sweep(Fence fence, BusinessTime closedBefore) {
        database.fenced(fence, statements -> {
            OffsetDateTime before = Times.column(closedBefore);
            statements.update("""
                    DELETE FROM markets.books b USING markets.events e
                    WHERE e.event_ticker = b.event_ticker AND e.closes_at < $1""", before);
            return statements.update("""
                    DELETE FROM markets.book_feeds f USING markets.events e
                    WHERE e.event_ticker = f.event_ticker AND e.closes_at < $1""", before);
        });
    }

    private static Object[] books(List<BookRow> books, long revision) {
        return new Object[] {
            column(books, row -> row.ticker().value()),
            column(books, row -> row.event().value()),
            column(books, row -> MarketColumns.levels(row.book().yesBids())),
            column(books, row -> MarketColumns.levels(row.book().noBids())),
            column(books, row -> row.volume().toString()),
            books.stream().map(row -> Times.column(row.changedAt())).toArray(OffsetDateTime[]::new),
            revision
        };
    }

    private static String[] column(List<BookRow> books, Function<BookRow, String> value) {
        return books.stream().map(value).toArray(String[]::new);
    }

    private List<WatchedMarket> markets(EventTicker event, BusinessTime now) {
        Map<MarketTicker, Row> ends = new HashMap<>();
        database.query("""
                        SELECT ticker, result, settlement_value, expiration_value, determined_at, settled_at,
                            open_interest
                        FROM markets.markets WHERE event_ticker = $1""", event.value()).forEach(row -> ends.put(new MarketTicker(row.getString("ticker")), row));
        return reader.markets(database, event).stream()
                .filter(quoted -> ends.containsKey(quoted.market().ticker()))
                .map(quoted -> WatchedMarket.stored(
                        facts(quoted, ends.get(quoted.market().ticker())), quoted.book(), now))
                .toList();
    }

    private static MarketFacts facts(QuotedMarket quoted, Row end) {
        return new MarketFacts(
                quoted.market(),
                quoted.volume(),
                Quantity.of(end.getBigDecimal("open_interest")),
                Optional.ofNullable(end.getString("result"))
                        .map(text -> MarketResult.valueOf(text.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(end.getBigDecimal("settlement_value")).map(Price::of),
                Optional.ofNullable(end.getString("expiration_value")).map(SpotPrice::of),
                Optional.ofNullable(Times.businessOrNull(end, "determined_at")),
                Optional.ofNullable(Times.businessOrNull(end, "settled_at")));
    }

    private static EventFacts event(Row row) {
        return new EventFacts(
                new EventTicker(row.getString("event_ticker")),
                new SeriesTicker(row.getString("series_ticker")),
                row.getString("title"),
                Times.business(row, "opens_at"),
                Times.business(row, "closes_at"),
                row.getInteger("exchange_index"),
                new FeeTerms(
                        Optional.ofNullable(row.getString("fee_type_override")),
                        Optional.ofNullable(row.getBigDecimal("fee_multiplier_override"))));
    }

    private static Tuple tuple(EventFacts event, String symbol) {
        return Tuple.from(new @Nullable Object[] {
            event.ticker().value(),
            event.series().value(),
            symbol,
            event.title(),
            Times.column(event.opensAt()),
            Times.column(event.closesAt()),
            event.exchangeIndex(),
            event.fees().type().orElse(null),
            event.fees().multiplier().orElse(null)
        });
    }

    private static Tuple tuple(EventTicker event, FeedRow feed) {
        return Tuple.from(new @Nullable Object[] {
            event.value(),
            feed.bySocket() ? "websocket" : "rest",
            feed.valid(),
            feed.reason().orElse(null),
            Times.column(feed.heardAt())
        });
    }
}
