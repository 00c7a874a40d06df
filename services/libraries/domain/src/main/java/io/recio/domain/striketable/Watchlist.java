package io.recio.domain.striketable;

import io.recio.domain.market.EventTicker;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a strike table that are worth a look, the most probable first (PRODUCT, section 4).
 *
 * @param lastUpdated of the table it was chosen from
 */
public record Watchlist(Symbol symbol, EventTicker eventTicker, BusinessTime lastUpdated, List<StrikeRow> rows) {

    public Watchlist {
        rows = List.copyOf(rows);
    }

    /** Chooses from a table; among equals the lower strike comes first. */
    public static Watchlist of(StrikeTable table, WatchlistSettings settings) {
        List<StrikeRow> rows = new ArrayList<>();
        for (StrikeRow row : table.rows()) {
            if (settings.admits(row)) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing((StrikeRow row) -> row.probability().orElseThrow())
                .reversed());
        return new Watchlist(table.symbol(), table.eventTicker(), table.lastUpdated(), rows);
    }
}
