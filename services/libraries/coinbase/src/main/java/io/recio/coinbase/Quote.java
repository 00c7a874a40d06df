package io.recio.coinbase;

import java.util.Optional;

/**
 * A product's price now, as {@link CoinbaseRest#quote} answers it.
 *
 * @param trade the last trade
 * @param bidAsk absent while a side of the book is empty
 */
public record Quote(Trade trade, Optional<BidAsk> bidAsk) {}
