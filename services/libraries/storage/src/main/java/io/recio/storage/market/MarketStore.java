package io.recio.storage.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Strike;
import io.recio.domain.market.StrikeType;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code markets.*}; the Kalshi API watchdog alone writes there. */
public final class MarketStore {

    private static final String EVENT = """
            SELECT e.event_ticker, e.series_ticker, e.symbol, e.title, e.opens_at, e.closes_at, e.exchange_index,
                coalesce(e.fee_type_override, s.fee_type) AS fee_type,
                coalesce(e.fee_multiplier_override, s.fee_multiplier) AS fee_multiplier
            FROM markets.events e LEFT JOIN markets.series s ON s.series_ticker = e.series_ticker
            """;

    private static final String QUOTED = """
            SELECT m.ticker, m.event_ticker, m.strike_type, m.floor_strike, m.cap_strike, m.status, m.opens_at, m.closes_at,
                m.exchange_index, m.grid::text AS grid, greatest(m.volume, coalesce(b.volume, 0)) AS volume,
                b.yes_bids::text AS yes_bids, b.no_bids::text AS no_bids
            FROM markets.markets m LEFT JOIN markets.books b ON b.ticker = m.ticker
            """;

    /** The event of the symbol that closes next, if one is known and has opened. */
    public Optional<HourlyEvent> currentEvent(Statements statements, Symbol symbol, BusinessTime now) {
        return statements
                .first(
                        EVENT
                                + "WHERE e.symbol = $1 AND e.closes_at > $2 AND e.opens_at <= $2 ORDER BY e.closes_at LIMIT 1",
                        symbol.value(),
                        Times.column(now))
                .map(MarketStore::event);
    }

    public Optional<HourlyEvent> event(Statements statements, EventTicker ticker) {
        return statements
                .first(EVENT + "WHERE e.event_ticker = $1", ticker.value())
                .map(MarketStore::event);
    }

    /** The markets of the event with their books, lowest strike first. */
    public List<QuotedMarket> markets(Statements statements, EventTicker event) {
        return statements.list(
                MarketStore::quoted,
                QUOTED + "WHERE m.event_ticker = $1 ORDER BY coalesce(m.floor_strike, m.cap_strike)",
                event.value());
    }

    /** The books of the event that changed after the revision; all of them after zero. */
    public List<BookChange> changedSince(Statements statements, EventTicker event, long revision) {
        return statements.list(
                row -> new BookChange(
                        new MarketTicker(row.getString("ticker")),
                        new Book(levels(row.getString("yes_bids")), levels(row.getString("no_bids"))),
                        Quantity.of(row.getBigDecimal("volume")),
                        row.getLong("revision")),
                """
                SELECT ticker, yes_bids::text AS yes_bids, no_bids::text AS no_bids, volume, revision
                FROM markets.books WHERE event_ticker = $1 AND revision > $2""",
                event.value(),
                revision);
    }

    /** Those of the tickers that are known. */
    public List<QuotedMarket> markets(Statements statements, Collection<MarketTicker> tickers) {
        return statements.list(MarketStore::quoted, QUOTED + "WHERE m.ticker = ANY ($1)", (Object)
                tickers.stream().map(MarketTicker::value).toArray(String[]::new));
    }

    public Optional<QuotedMarket> market(Statements statements, MarketTicker ticker) {
        return statements.first(QUOTED + "WHERE m.ticker = $1", ticker.value()).map(MarketStore::quoted);
    }

    public Optional<BookFeed> bookFeed(Statements statements, EventTicker event) {
        return statements
                .first(
                        "SELECT source, valid, reason, heard_at FROM markets.book_feeds WHERE event_ticker = $1",
                        event.value())
                .map(row -> new BookFeed(
                        row.getString("source").equals("websocket"),
                        row.getBoolean("valid"),
                        Times.system(row, "heard_at"),
                        Optional.ofNullable(row.getString("reason"))));
    }

    /** Whether the shard is active for exchange and trading; false when unknown. */
    public boolean isTrading(Statements statements, int exchangeIndex) {
        return statements
                .first(
                        "SELECT exchange_active AND trading_active AS active FROM markets.exchange_status WHERE exchange_index = $1",
                        exchangeIndex)
                .map(row -> row.getBoolean("active"))
                .orElse(false);
    }

    private static HourlyEvent event(Row row) {
        return new HourlyEvent(
                new EventTicker(row.getString("event_ticker")),
                new SeriesTicker(row.getString("series_ticker")),
                new Symbol(row.getString("symbol")),
                row.getString("title"),
                Times.business(row, "opens_at"),
                Times.business(row, "closes_at"),
                row.getInteger("exchange_index"),
                Optional.ofNullable(row.getString("fee_type")),
                Optional.ofNullable(row.getBigDecimal("fee_multiplier")));
    }

    private static QuotedMarket quoted(Row row) {
        Market market = new Market(
                new MarketTicker(row.getString("ticker")),
                new EventTicker(row.getString("event_ticker")),
                new Strike(
                        StrikeType.valueOf(row.getString("strike_type")),
                        level(row.getBigDecimal("floor_strike")),
                        level(row.getBigDecimal("cap_strike"))),
                MarketStatus.valueOf(row.getString("status")),
                Times.business(row, "opens_at"),
                Times.business(row, "closes_at"),
                grid(row.getString("grid")),
                row.getInteger("exchange_index"));
        return new QuotedMarket(
                market,
                new Book(levels(row.getString("yes_bids")), levels(row.getString("no_bids"))),
                Quantity.of(row.getBigDecimal("volume")));
    }

    private static @Nullable SpotPrice level(@Nullable BigDecimal dollars) {
        return dollars == null ? null : SpotPrice.of(dollars);
    }

    private static PriceGrid grid(String json) {
        List<PriceGrid.Band> bands = new ArrayList<>();
        for (JsonNode band : tree(json)) {
            bands.add(new PriceGrid.Band(
                    Price.of(band.get("start").asText()),
                    Price.of(band.get("end").asText()),
                    Price.of(band.get("step").asText())));
        }
        return new PriceGrid(bands);
    }

    private static List<Level> levels(@Nullable String json) {
        List<Level> levels = new ArrayList<>();
        if (json != null) {
            for (JsonNode level : tree(json)) {
                levels.add(new Level(
                        Price.of(level.get(0).asText()),
                        Quantity.of(level.get(1).asText())));
            }
        }
        return levels;
    }

    private static JsonNode tree(String json) {
        try {
            return DomainJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column must hold JSON, was " + json, e);
        }
    }
}
