package io.recio.mainapp.trade;

import java.util.List;

/**
 * One page of trades and what all pages together came to.
 *
 * @param page from 0
 */
record TradePage(List<TradeView> items, long total, int page, int size, Totals totals) {

    TradePage {
        items = List.copyOf(items);
    }

    /** Over every trade that fits the filter. */
    record Totals(long wins, long losses, long draws, String pnlDollars, String feesDollars) {}
}
