package io.recio.kalshi.parser;

import io.recio.domain.market.Book;
import io.recio.domain.market.MarketTicker;

/** A whole book, as the WebSocket sends it first. */
public record BookSnapshot(MarketTicker ticker, Book book) {}
