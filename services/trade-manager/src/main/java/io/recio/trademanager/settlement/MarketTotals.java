package io.recio.trademanager.settlement;

import io.recio.domain.money.Money;
import io.recio.domain.trade.Trade;
import java.util.Collection;

/** What our trades of one market come to, to be held against the exchange's own totals. */
record MarketTotals(Money payout, Money fees) {

    /** The exchange tells revenue in whole cents. */
    private static final Money CENT = Money.ofCents(1);

    static MarketTotals of(Collection<Trade> trades) {
        Money payout = Money.ZERO;
        Money fees = Money.ZERO;
        for (Trade trade : trades) {
            payout = payout.plus(trade.payout());
            fees = fees.plus(trade.fees());
        }
        return new MarketTotals(payout, fees);
    }

    boolean agreesWith(MarketSettlement settlement) {
        return isWithinACent(payout, settlement.revenue()) && isWithinACent(fees, settlement.fee());
    }

    private static boolean isWithinACent(Money one, Money other) {
        Money difference = one.minus(other);
        return difference.max(difference.negated()).isBelow(CENT);
    }
}
