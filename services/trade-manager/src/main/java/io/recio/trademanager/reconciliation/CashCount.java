package io.recio.trademanager.reconciliation;

import io.recio.domain.money.Money;

/**
 * The account's cash and what our trades have moved, counted at one moment at which no order of ours is open.
 *
 * @param cash free on all shards
 * @param booked proceeds and payouts less costs and fees of all our trades
 * @param fills attached by then
 */
record CashCount(Money cash, Money booked, long fills) {

    private static final Money CENT = Money.ofCents(1);

    /** What has come to the account, or left it, that our trades do not explain. */
    Money unexplainedSince(CashCount anchor) {
        return cash.minus(anchor.cash).minus(booked.minus(anchor.booked));
    }

    /**
     * Whether rounding explains the rest: the exchange floors what it moves for a fill or a payout to the cent (EXCHANGES,
     * fact 5), so one cent for each fill since and one for the look itself.
     */
    boolean agreesWith(CashCount anchor) {
        Money unexplained = unexplainedSince(anchor);
        Money most = new Money(Math.multiplyExact(CENT.units(), 1 + Math.max(0, fills - anchor.fills)));
        return !unexplained.max(unexplained.negated()).isAbove(most);
    }
}
