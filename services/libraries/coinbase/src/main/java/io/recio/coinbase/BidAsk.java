package io.recio.coinbase;

import io.recio.domain.price.SpotPrice;

/** The best price to sell to and the best price to buy from. */
public record BidAsk(SpotPrice bid, SpotPrice ask) {}
