package io.recio.simulator.bench;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;

/** An injected tick, its trade number, and when it went out ({@code SystemClock.nanos()}). */
public record TickSent(Symbol symbol, long tradeId, SpotPrice price, long nanos) {}
