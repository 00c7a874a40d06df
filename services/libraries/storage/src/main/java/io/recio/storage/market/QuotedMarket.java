package io.recio.storage.market;

import io.recio.domain.market.Book;
import io.recio.domain.market.Market;
import io.recio.domain.money.Quantity;

/** A market with its newest book; an empty book where none has been seen. */
public record QuotedMarket(Market market, Book book, Quantity volume) {}
