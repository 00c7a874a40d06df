package io.recio.kalshi.model;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * Answer to a decrease or amendment; counts the exchange leaves out are empty.
 *
 * @param remaining after any match the change caused
 */
public record ChangeReceipt(
        ExchangeOrderId id, Optional<Quantity> remaining, Optional<Quantity> filled, Optional<BusinessTime> at) {}
