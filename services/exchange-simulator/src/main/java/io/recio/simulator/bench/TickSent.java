package io.recio.simulator.bench;

import io.recio.domain.market.Symbol;
import io.recio.domain.price.SpotPrice;

/** An injected tick, its trade number, and when it went out ({@code SystemClock.nanos()}). */
public record TickSent(Symbol symbol, long tradeId, SpotPrice price, long nanos) {}
