package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.exchange.PublicTrade;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.List;

/** A public trade as the wire shows it. */
@Wire
record TradeView(
        String tradeId,
        String ticker,
        String countFp,
        String yesPriceDollars,
        String noPriceDollars,
        String takerSide,
        String takerOutcomeSide,
        String takerBookSide,
        boolean isBlockTrade,
        String createdTime) {

    /** A page of them. */
    @Wire
    record Many(List<TradeView> trades, String cursor) {}

    static TradeView of(PublicTrade trade) {
        return new TradeView(
                trade.id(),
                trade.ticker().value(),
                trade.quantity().toString(),
                trade.yesPrice().toString(),
                trade.yesPrice().complement().toString(),
                WireText.outcome(trade.takerSide()),
                WireText.outcome(trade.takerSide()),
                WireText.bookSide(trade.takerSide()),
                false,
                WireText.time(trade.at()));
    }
}
