package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.wire.Wire;
import java.util.List;

/** Bids of both sides, ascending, the best last (EXCHANGES, section A7). */
@Wire
record BookView(List<List<String>> yesDollars, List<List<String>> noDollars) {

    /** The answer for one market. */
    @Wire
    record One(BookView orderbookFp) {}

    /** One of several books. */
    @Wire
    record Named(String ticker, BookView orderbookFp) {}

    /** The answer for several markets. */
    @Wire
    record Many(List<Named> orderbooks) {}

    /** @param depth levels of each side, 0 for all */
    static BookView of(HourlyMarket market, int depth) {
        return new BookView(side(market, Side.YES, depth), side(market, Side.NO, depth));
    }

    private static List<List<String>> side(HourlyMarket market, Side side, int depth) {
        return market.bookView().bids(side).stream()
                .limit(depth == 0 ? Long.MAX_VALUE : depth)
                .map(BookView::level)
                .toList()
                .reversed();
    }

    private static List<String> level(Level level) {
        return List.of(level.price().toString(), level.size().toString());
    }
}
