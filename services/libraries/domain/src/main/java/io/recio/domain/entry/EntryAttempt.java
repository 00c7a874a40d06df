package io.recio.domain.entry;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.time.BusinessTime;

/** An entry that was asked for; it starts the cooldown of its ticker and side. */
public record EntryAttempt(MarketTicker ticker, Side side, BusinessTime at) {}
