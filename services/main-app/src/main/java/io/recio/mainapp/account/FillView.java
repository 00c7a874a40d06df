package io.recio.mainapp.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution.
 *
 * @param tradeId the trade it belongs to, once attached
 */
record FillView(
        String fillId,
        String orderId,
        @Nullable String clientOrderId,
        @Nullable UUID tradeId,
        String ticker,
        String boughtSide,
        String yesPriceDollars,
        String quantity,
        String feeDollars,
        boolean taker,
        Instant filledAt) {}
