package io.recio.mainapp.account;

import java.time.Instant;

/**
 * The exchange's result of a market we held.
 *
 * @param yesValueDollars what one yes contract paid
 * @param state provisional, final or amended
 */
record SettlementView(
        String ticker,
        String eventTicker,
        String result,
        String yesValueDollars,
        String yesCount,
        String noCount,
        String revenueDollars,
        String feeDollars,
        String state,
        Instant settledAt) {}
