package io.recio.trademanager.reconciliation;

import java.math.BigDecimal;

/**
 * A market in which we and the exchange count differently; signed contracts, negative = no.
 *
 * @param ours the sum of our trades
 */
record PositionDifference(BigDecimal ours, BigDecimal exchange) {

    BigDecimal missing() {
        return exchange.subtract(ours).stripTrailingZeros();
    }

    @Override
    public String toString() {
        return "ours " + ours.toPlainString() + " exchange " + exchange.toPlainString();
    }
}
