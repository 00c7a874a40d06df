package io.recio.storage.market;

import io.recio.domain.market.Book;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Quantity;

/**
 * A book that changed.
 *
 * @param revision rises with each commit of the one writer
 */
public record BookChange(MarketTicker ticker, Book book, Quantity volume, long revision) {}
