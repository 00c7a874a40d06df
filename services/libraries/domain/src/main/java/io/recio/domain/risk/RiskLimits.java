package io.recio.domain.risk;

import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.settings.InvalidSetting;

/**
 * What an operator allows; a limit itself may be reached, not passed, except that a loss as large as its limit trips.
 *
 * @param contractsPerEvent of all markets of an event together, whose strikes move as one
 * @param totalExposure the most that may be lost by all trades together
 * @param openTrades pending, open and closing ones
 * @param entriesPerMinute closes are not counted
 * @param balanceReserve must remain on the shard after an entry
 * @param dailyLoss a positive amount, realised and unrealised, since 00:00 New York
 * @param weeklyLoss the same since Monday
 */
public record RiskLimits(
        Quantity contractsPerOrder,
        Quantity contractsPerMarket,
        Quantity contractsPerEvent,
        Money totalExposure,
        int openTrades,
        int entriesPerMinute,
        Money balanceReserve,
        Money dailyLoss,
        Money weeklyLoss) {

    public static final RiskLimits DEFAULT = new RiskLimits(
            Quantity.ofContracts(100),
            Quantity.ofContracts(200),
            Quantity.ofContracts(500),
            Money.of("1000"),
            20,
            10,
            Money.of("10"),
            Money.of("200"),
            Money.of("500"));

    public RiskLimits {
        require(contractsPerOrder.isPositive(), "contractsPerOrder", "positive", contractsPerOrder);
        require(contractsPerMarket.isPositive(), "contractsPerMarket", "positive", contractsPerMarket);
        require(contractsPerEvent.isPositive(), "contractsPerEvent", "positive", contractsPerEvent);
        require(totalExposure.isPositive(), "totalExposure", "positive", totalExposure);
        require(openTrades > 0, "openTrades", "positive", openTrades);
        require(entriesPerMinute > 0, "entriesPerMinute", "positive", entriesPerMinute);
        require(!balanceReserve.isNegative(), "balanceReserve", "zero or more", balanceReserve);
        require(dailyLoss.isPositive(), "dailyLoss", "positive", dailyLoss);
        require(weeklyLoss.isPositive(), "weeklyLoss", "positive", weeklyLoss);
    }

    private static void require(boolean holds, String field, String range, Object found) {
        if (!holds) {
            throw new InvalidSetting(field, range, found);
        }
    }
}
