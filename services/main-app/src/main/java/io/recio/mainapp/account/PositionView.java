package io.recio.mainapp.account;

import java.time.Instant;

/**
 * What is held in one market.
 *
 * @param position contracts; negative = no
 */
record PositionView(
        String ticker,
        String position,
        String exposureDollars,
        String realizedPnlDollars,
        String feesPaidDollars,
        Instant exchangeAt) {}
