package io.recio.mainapp.trade;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the closed trades that fit a filter came to. Amounts are exact; ratios and model figures are not money.
 *
 * @param returnPercent PnL by what the entries cost
 * @param expectancyDollars PnL of a trade on average
 * @param maxDrawdownDollars the deepest fall of the sum below its highest point before
 * @param averageEdgeCents win probability at the entry less the price paid, per contract
 * @param brierScore mean square of predicted less realised over the trades whose market has a result; 0 is perfect, 0.25 a coin
 * @param judged how many those are
 */
record TradeStatistics(
        long trades,
        long wins,
        long losses,
        long draws,
        String pnlDollars,
        String feesDollars,
        String costDollars,
        @Nullable Double returnPercent,
        @Nullable String expectancyDollars,
        @Nullable String averageWinDollars,
        @Nullable String averageLossDollars,
        String maxDrawdownDollars,
        @Nullable Double averageEdgeCents,
        @Nullable Double brierScore,
        long judged,
        List<EquityPoint> equity,
        List<Slice> byHour,
        List<Slice> byDay,
        List<CalibrationPoint> calibration) {

    TradeStatistics {
        equity = List.copyOf(equity);
        byHour = List.copyOf(byHour);
        byDay = List.copyOf(byDay);
        calibration = List.copyOf(calibration);
    }

    /** The sum of all PnL up to a moment. */
    record EquityPoint(Instant at, String pnlDollars) {}

    /**
     * The trades of one hour of the day or one day, in New York.
     *
     * @param name such as {@code 09} or {@code 2026-11-22}
     */
    record Slice(String name, long trades, long wins, String pnlDollars) {}

    /** Trades of about the same predicted chance, and how many of them won; 0 to 1. */
    record CalibrationPoint(double predicted, double realised, long trades) {}
}
