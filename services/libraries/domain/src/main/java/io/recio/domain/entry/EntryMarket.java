package io.recio.domain.entry;

import io.recio.domain.market.Book;
import io.recio.domain.market.PriceGrid;
import java.util.Optional;

/**
 * What an entry must know of a market beyond its row.
 *
 * @param book to see how much is on offer within the cap; without it only the best ask's size counts
 */
public record EntryMarket(PriceGrid grid, Optional<Book> book) {}
