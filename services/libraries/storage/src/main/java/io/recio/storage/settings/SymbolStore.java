package io.recio.storage.settings;

import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.Symbol;
import io.recio.storage.Statements;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/** Reads {@code settings.symbols}: adding an underlying is a row there. */
public final class SymbolStore {

    private static final String COLUMNS =
            "SELECT symbol, coinbase_product, series_ticker, index_id FROM settings.symbols ";

    public List<SymbolSettings> enabled(Statements statements) {
        return statements.list(SymbolStore::settings, COLUMNS + "WHERE enabled ORDER BY symbol");
    }

    public Optional<SymbolSettings> find(Statements statements, Symbol symbol) {
        return statements.first(COLUMNS + "WHERE symbol = $1", symbol.value()).map(SymbolStore::settings);
    }

    private static SymbolSettings settings(Row row) {
        return new SymbolSettings(
                new Symbol(row.getString("symbol")),
                row.getString("coinbase_product"),
                new SeriesTicker(row.getString("series_ticker")),
                row.getString("index_id"));
    }
}
