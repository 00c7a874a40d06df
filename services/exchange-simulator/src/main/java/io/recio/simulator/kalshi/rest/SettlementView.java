package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.simulator.kalshi.exchange.Settlement;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.List;

/** A settlement as the wire shows it: revenue and value in cents, fees of all fills of the market. */
@Wire
record SettlementView(
        String ticker,
        String eventTicker,
        String marketResult,
        String yesCountFp,
        String yesTotalCostDollars,
        String noCountFp,
        String noTotalCostDollars,
        long revenue,
        long value,
        String settledTime,
        String feeCost,
        int exchangeIndex) {

    private static final long DOLLAR = 100;

    /** A page of settlements. */
    @Wire
    record Many(List<SettlementView> settlements, String cursor) {}

    static SettlementView of(Settlement settlement) {
        boolean yes = settlement.heldYes().isPositive();
        return new SettlementView(
                settlement.market().ticker().value(),
                settlement.market().event().ticker().value(),
                WireText.outcome(settlement.result()),
                settlement.heldYes().toString(),
                WireText.dollars(yes ? settlement.cost() : Money.ZERO),
                settlement.heldNo().toString(),
                WireText.dollars(yes ? Money.ZERO : settlement.cost()),
                WireText.cents(settlement.revenue()),
                settlement.result() == Side.YES ? DOLLAR : 0,
                WireText.time(settlement.at()),
                WireText.dollars(settlement.fees()),
                settlement.market().event().series().exchangeIndex());
    }
}
