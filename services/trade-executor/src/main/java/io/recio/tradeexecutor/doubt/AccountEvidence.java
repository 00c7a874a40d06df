package io.recio.tradeexecutor.doubt;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.time.SystemTime;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import java.util.List;
import java.util.Optional;

/** What the account sync has recorded that speaks of our orders. */
public interface AccountEvidence {

    /** The order as recorded, by our id or by the exchange's. */
    Optional<Found> find(ClientOrderId id, Optional<ExchangeOrderId> exchangeId);

    /** The order's fills as recorded, by our id or by the exchange's. */
    List<Fill> fills(ClientOrderId id, Optional<ExchangeOrderId> exchangeId);

    /** Since when the private socket has been subscribed without a break; empty when it is not, or has been silent. */
    Optional<SystemTime> listeningSince();

    /** Since when at the latest the market is known to be determined, so that no order can reach it; empty before. */
    Optional<SystemTime> determinedBy(MarketTicker ticker);
}
