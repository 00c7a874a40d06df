package io.recio.kalshi.model;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * The exchange's answer to a cancel.
 *
 * @param reducedBy what was resting and is gone
 */
public record CancelReceipt(ExchangeOrderId id, Quantity reducedBy, Optional<BusinessTime> at) {}
