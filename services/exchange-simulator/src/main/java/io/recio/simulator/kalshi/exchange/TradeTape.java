package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The public trades of all markets; the newest twenty thousand are kept. */
public final class TradeTape {

    private static final int KEPT = 20_000;

    private final Deque<PublicTrade> trades = new ArrayDeque<>();
    private long printed;

    TradeTape() {}

    PublicTrade print(
            String id, MarketTicker ticker, Side takerSide, Price yesPrice, Quantity quantity, BusinessTime now) {
        printed++;
        PublicTrade trade = new PublicTrade(printed, id, ticker, takerSide, yesPrice, quantity, now);
        if (trades.size() == KEPT) {
            trades.removeFirst();
        }
        trades.addLast(trade);
        return trade;
    }

    public Stream<PublicTrade> newestFirst() {
        Iterable<PublicTrade> descending = trades::descendingIterator;
        return StreamSupport.stream(descending.spliterator(), false);
    }
}
