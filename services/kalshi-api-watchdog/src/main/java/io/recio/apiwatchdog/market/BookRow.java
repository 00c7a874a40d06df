package io.recio.apiwatchdog.market;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;

/** A row of {@code markets.books}, but for its revision. */
record BookRow(MarketTicker ticker, EventTicker event, Book book, Quantity volume, BusinessTime changedAt) {}
