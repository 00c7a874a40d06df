package io.recio.simulator.bench;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;

/** An order that arrived, and when ({@code SystemClock.nanos()}). */
public record OrderReceived(ClientOrderId order, MarketTicker market, long nanos) {}
