package io.recio.mainapp.market;

import io.recio.mainapp.rest.ProblemException;
import io.recio.mainapp.rest.QueryText;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Symbols, prices, strike tables and watchlists. */
@Path("/api/v1")
public class MarketResource {

    private static final int LONGEST_HISTORY_MINUTES = 1440;
    private static final int DEFAULT_HISTORY_MINUTES = 60;

    private final MarketRows rows;
    private final PriceHistoryRows histories;

    MarketResource(MarketRows rows, PriceHistoryRows histories) {
        this.rows = rows;
        this.histories = histories;
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

    /** How a symbol's price went in the last minutes, 5 to 1440, 60 unless asked otherwise; at most 361 steps. */
    @GET
    @Path("/prices/{symbol}/history")
    public PriceHistoryView history(
            @PathParam("symbol") String symbol, @QueryParam("minutes") @Nullable String minutes) {
        return histories.history(
                known(symbol),
                QueryText.whole("minutes", minutes, 5, LONGEST_HISTORY_MINUTES, DEFAULT_HISTORY_MINUTES));
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
