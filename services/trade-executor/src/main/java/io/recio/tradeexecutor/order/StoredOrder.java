package io.recio.tradeexecutor.order;

import io.recio.domain.market.EventTicker;
import io.recio.domain.order.Order;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * An order with what the executor keeps beside it.
 *
 * @param event of the order's market
 * @param closesAt the market's close
 * @param sentAt when it was claimed to be sent; absent before
 * @param events how many events it has
 */
public record StoredOrder(
        Order order, EventTicker event, BusinessTime closesAt, Optional<SystemTime> sentAt, int events) {}
