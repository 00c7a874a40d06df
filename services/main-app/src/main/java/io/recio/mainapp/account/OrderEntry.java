package io.recio.mainapp.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the exchange has it; the price is the yes price.
 *
 * @param clientOrderId ours, absent for one that we did not send
 * @param tradeId the trade it belongs to
 * @param purpose entry or close
 */
record OrderEntry(
        String orderId,
        @Nullable String clientOrderId,
        @Nullable UUID tradeId,
        @Nullable String purpose,
        String ticker,
        String boughtSide,
        String status,
        String yesPriceDollars,
        String initial,
        String filled,
        String remaining,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String lastReason) {}
