package io.recio.mainapp.market;

import io.recio.mainapp.rest.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.stream.Collectors;

/** Symbols, prices, strike tables and watchlists. */
@Path("/api/v1")
public class MarketResource {

    private final MarketRows rows;

    MarketResource(MarketRows rows) {
        this.rows = rows;
    }

    /** The underlyings that are watched. */
    @GET
    @Path("/symbols")
    public List<SymbolView> symbols() {
        return rows.symbols();
    }

    /** The newest price of each symbol. */
    @GET
    @Path("/prices")
    public List<PriceView> prices() {
        return rows.prices();
    }

    /** The newest strike table of a symbol. */
    @GET
    @Path("/strike-tables/{symbol}")
    public StrikeTableView strikeTable(@PathParam("symbol") String symbol) {
        return rows.strikeTable(known(symbol))
                .orElseThrow(() -> ProblemException.unknown("symbol", "a symbol with a strike table", symbol));
    }

    /** The newest watchlist of a symbol. */
    @GET
    @Path("/watchlists/{symbol}")
    public WatchlistView watchlist(@PathParam("symbol") String symbol) {
        return rows.watchlist(known(symbol))
                .orElseThrow(() -> ProblemException.unknown("symbol", "a symbol with a watchlist", symbol));
    }

    private String known(String symbol) {
        var symbols = rows.symbols().stream().map(SymbolView::symbol).toList();
        if (!symbols.contains(symbol)) {
            throw ProblemException.unknown(
                    "symbol", "one of " + symbols.stream().collect(Collectors.joining(", ")), symbol);
        }
        return symbol;
    }
}
