package io.recio.kalshi.model;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The exchange's answer to a new order. The order rests when something remains; an immediate order leaves nothing.
 *
 * @param averageFillPrice of yes, in dollars; present when something was filled
 * @param averageFee per contract, in dollars; present when something was filled
 */
public record OrderReceipt(
        ExchangeOrderId id,
        Quantity filled,
        Quantity remaining,
        Optional<BigDecimal> averageFillPrice,
        Optional<BigDecimal> averageFee,
        Optional<BusinessTime> at) {}
