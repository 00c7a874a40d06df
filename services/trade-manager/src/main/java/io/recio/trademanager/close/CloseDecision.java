package io.recio.trademanager.close;

import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.TradeEvent.CloseRequested;
import java.util.Map;

/** What is done about a wish to sell. */
public sealed interface CloseDecision {

    /**
     * Send this, and write that it was asked for.
     *
     * @param closesAt the market's, as now known; after it nothing is sent
     */
    record Sell(OrderIntent intent, CloseRequested event, BusinessTime closesAt) implements CloseDecision {}

    /** @param facts what was found, by name */
    record Refused(CloseRefusal code, Map<String, String> facts) implements CloseDecision {}
}
