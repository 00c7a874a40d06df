package io.recio.tradeexecutor.execution;

import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Money;
import io.recio.domain.order.OrderIntent;
import java.util.Optional;

/** What an entry may cost at most, fees included. */
interface EntryCosts {

    /** Empty when its fee cannot be estimated: then it is not sent. */
    Optional<Money> of(EventTicker event, OrderIntent entry);

    /** Reads again what is old, so that an entry need not wait for it. */
    void refresh();
}
