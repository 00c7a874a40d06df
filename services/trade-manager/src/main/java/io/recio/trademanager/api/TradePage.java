package io.recio.trademanager.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some trades, the newest first.
 *
 * @param next give it as {@code before} for those that follow; absent on the last page
 */
record TradePage(List<TradeView> items, @Nullable UUID next) {

    TradePage {
        items = List.copyOf(items);
    }
}
