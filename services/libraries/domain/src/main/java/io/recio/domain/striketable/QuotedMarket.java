package io.recio.domain.striketable;

import io.recio.domain.market.Book;
import io.recio.domain.market.Market;
import io.recio.domain.money.Quantity;

/**
 * A market with its newest book.
 *
 * @param book empty where none has been seen
 * @param volume contracts traded so far
 */
public record QuotedMarket(Market market, Book book, Quantity volume) {}
