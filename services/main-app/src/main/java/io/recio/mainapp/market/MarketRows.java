package io.recio.mainapp.market;

import io.recio.mainapp.rest.Columns;
import io.recio.storage.Database;
import io.recio.storage.settings.SymbolStore;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads the newest rows of {@code live_data} and the symbols. */
@Singleton
class MarketRows {

    private static final String STRIKE_TABLES =
            "SELECT symbol, version, computed_at, price_at, document::text AS document FROM live_data.strike_table ";
    private static final String WATCHLISTS =
            "SELECT symbol, version, computed_at, document::text AS document FROM live_data.watchlist ";

    private final Database database;
    private final SymbolStore symbols = new SymbolStore();

    MarketRows(Database database) {
        this.database = database;
    }

    List<SymbolView> symbols() {
        return symbols.enabled(database).stream()
                .map(found -> new SymbolView(
                        found.symbol().value(),
                        found.coinbaseProduct(),
                        found.series().value(),
                        found.indexId()))
                .toList();
    }

    List<PriceView> prices() {
        return database.list(PriceView::of, PriceView.SELECT);
    }

    List<StrikeTableView> strikeTables() {
        return database.list(MarketRows::strikeTable, STRIKE_TABLES + "ORDER BY symbol");
    }

    Optional<StrikeTableView> strikeTable(String symbol) {
        return database.first(STRIKE_TABLES + "WHERE symbol = $1", symbol).map(MarketRows::strikeTable);
    }

    List<WatchlistView> watchlists() {
        return database.list(MarketRows::watchlist, WATCHLISTS + "ORDER BY symbol");
    }

    Optional<WatchlistView> watchlist(String symbol) {
        return database.first(WATCHLISTS + "WHERE symbol = $1", symbol).map(MarketRows::watchlist);
    }

    private static WatchlistView watchlist(Row row) {
        return new WatchlistView(
                row.getString("symbol"),
                row.getLong("version"),
                Columns.time(row, "computed_at"),
                row.getString("document"));
    }

    private static StrikeTableView strikeTable(Row row) {
        return new StrikeTableView(
                row.getString("symbol"),
                row.getLong("version"),
                Columns.time(row, "computed_at"),
                Columns.time(row, "price_at"),
                row.getString("document"));
    }
}
