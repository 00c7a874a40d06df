package io.recio.storage.striketable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.Probability;
import io.recio.domain.striketable.LiveProbability;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.storage.Channels;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code live_data.strike_table} and {@code live_data.watchlist}: one row per symbol, the document is the domain's record. */
public final class StrikeTableStore {

    /**
     * A table as stored.
     *
     * @param version rises with each change
     * @param writtenAt real time
     */
    public record Stored(long version, StrikeTable table, SystemTime writtenAt) {}

    /** A table and the watchlist chosen from it. */
    public record Watched(Stored stored, Watchlist watchlist) {}

    /**
     * The chance of yes of every strike that can be priced, those outside the table's rows too.
     *
     * @param writtenAt real time
     */
    public record Chances(Map<MarketTicker, Probability> yes, SystemTime writtenAt) {

        public Chances {
            yes = Map.copyOf(yes);
        }
    }

    private static final TypeReference<Map<String, Probability>> CHANCES = new TypeReference<>() {};

    /** Writes both and wakes the readers; call it at most 20 times a second per symbol. */
    public void write(
            Statements statements,
            long version,
            StrikeTable table,
            List<LiveProbability> live,
            Watchlist watchlist,
            BusinessTime priceAt) {
        statements.send(
                """
                INSERT INTO live_data.strike_table (symbol, event_ticker, version, computed_at, price_at, document, chances)
                VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb)
                ON CONFLICT (symbol) DO UPDATE SET event_ticker = excluded.event_ticker, version = excluded.version,
                    computed_at = excluded.computed_at, price_at = excluded.price_at, document = excluded.document,
                    chances = excluded.chances, written_at = clock_timestamp()\
                """,
                table.symbol().value(),
                table.eventTicker().value(),
                version,
                Times.column(table.lastUpdated()),
                Times.column(priceAt),
                DomainJson.write(table),
                DomainJson.write(chances(live)));
        statements.send(
                """
                INSERT INTO live_data.watchlist (symbol, version, computed_at, document)
                VALUES ($1, $2, $3, $4::text::jsonb)
                ON CONFLICT (symbol) DO UPDATE SET version = excluded.version, computed_at = excluded.computed_at,
                    document = excluded.document\
                """,
                watchlist.symbol().value(),
                version,
                Times.column(watchlist.lastUpdated()),
                DomainJson.write(watchlist));
        statements.notify(Channels.STRIKE_TABLE, table.symbol().value());
    }

    /**
     * The symbol's table with its watchlist, unless it is the one known already.
     *
     * @param known version of the table read before; 0 for none
     */
    public Optional<Watched> readNewer(Statements statements, Symbol symbol, long known) {
        return statements
                .first("""
                        SELECT s.version, s.document::text AS document, s.written_at, w.document::text AS watchlist
                        FROM live_data.strike_table s JOIN live_data.watchlist w USING (symbol)
                        WHERE s.symbol = $1 AND s.version <> $2""", symbol.value(), known)
                .map(row -> new Watched(stored(row), DomainJson.read(row.getString("watchlist"), Watchlist.class)));
    }

    public Optional<Stored> read(Statements statements, Symbol symbol) {
        return statements
                .first(
                        "SELECT version, document::text AS document, written_at FROM live_data.strike_table WHERE"
                                + " symbol = $1",
                        symbol.value())
                .map(StrikeTableStore::stored);
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getLong("version"),
                DomainJson.read(row.getString("document"), StrikeTable.class),
                Times.system(row, "written_at"));
    }

    public Optional<Chances> readChances(Statements statements, Symbol symbol) {
        return statements
                .first(
                        "SELECT chances::text AS chances, written_at FROM live_data.strike_table WHERE symbol = $1",
                        symbol.value())
                .map(row -> new Chances(parsed(row.getString("chances")), Times.system(row, "written_at")));
    }

    private static Map<MarketTicker, Probability> chances(List<LiveProbability> live) {
        Map<MarketTicker, Probability> chances = new HashMap<>();
        live.forEach(strike -> strike.yes().ifPresent(yes -> chances.put(strike.ticker(), yes)));
        return chances;
    }

    private static Map<MarketTicker, Probability> parsed(String json) {
        try {
            Map<MarketTicker, Probability> chances = new HashMap<>();
            DomainJson.MAPPER
                    .readValue(json, CHANCES)
                    .forEach((ticker, yes) -> chances.put(new MarketTicker(ticker), yes));
            return chances;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected chances by ticker, found " + e.getOriginalMessage(), e);
        }
    }
}
