package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.exchange.AccountFill;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.List;

/** A fill as the wire shows it; it has not named the client order id since March 2026. */
@Wire
record FillView(
        String fillId,
        String tradeId,
        String orderId,
        String ticker,
        String marketTicker,
        String side,
        String action,
        String outcomeSide,
        String bookSide,
        String countFp,
        String yesPriceDollars,
        String noPriceDollars,
        boolean isTaker,
        String createdTime,
        long ts,
        String feeCost,
        int subaccountNumber,
        int exchangeIndex) {

    /** A page of fills. */
    @Wire
    record Many(List<FillView> fills, String cursor) {}

    static FillView of(AccountFill fill) {
        String ticker = fill.market().ticker().value();
        return new FillView(
                fill.tradeId(),
                fill.tradeId(),
                fill.order().id(),
                ticker,
                ticker,
                WireText.outcome(fill.side()),
                "buy",
                WireText.outcome(fill.side()),
                WireText.bookSide(fill.side()),
                fill.quantity().toString(),
                fill.yesPrice().toString(),
                fill.yesPrice().complement().toString(),
                fill.taker(),
                WireText.time(fill.at()),
                fill.at().epochSecond(),
                WireText.dollars(fill.fee()),
                0,
                fill.market().event().series().exchangeIndex());
    }
}
