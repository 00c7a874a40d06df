package io.recio.simulator.coinbase;

import io.recio.domain.price.Symbol;
import io.recio.simulator.price.PricePath;
import io.recio.simulator.price.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which trades are asked for: the newest, those older than {@code after}, or those newer than {@code before}.
 *
 * @param limit rows, 1 to 1000, absent 1000
 */
record TradePage(
        @Nullable Integer limit,
        @Nullable Long before,
        @Nullable Long after) {

    private static final int MOST_ROWS = 1000;

    TradePage {
        if (limit != null && (limit < 1 || limit > MOST_ROWS)) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ROWS + ", was " + limit);
        }
        if (before != null && after != null) {
            throw new IllegalArgumentException("before and after must not be given together");
        }
    }

    /**
     * Newest first.
     *
     * @param newest number of the last trade that has happened
     */
    List<Trade> of(PricePath path, Symbol symbol, long newest) {
        int rows = limit == null ? MOST_ROWS : limit;
        long from = after == null ? newest : Math.min(newest, after - 1);
        long downTo = Math.max(before == null ? 0 : before, from - rows);
        List<Trade> trades = new ArrayList<>();
        for (long id = from; id > downTo; id--) {
            Optional<Trade> trade = path.tradeById(symbol, id);
            trade.ifPresent(trades::add);
        }
        return trades;
    }
}
