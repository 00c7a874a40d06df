package io.recio.coinbase;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;

/**
 * One trade on the exchange. Who was the taker is left out: the feed's channels name opposite sides (EXCHANGES F1).
 *
 * @param id counts the trades of a product, by one each
 * @param size in units of what is traded (bitcoins for BTC-USD), positive, without trailing zeros
 * @param time when the exchange matched it
 */
public record Trade(ProductId product, long id, SpotPrice price, BigDecimal size, BusinessTime time) {

    public Trade {
        if (id <= 0) {
            throw new IllegalArgumentException("trade id must be positive, was " + id);
        }
        if (size.signum() <= 0) {
            throw new IllegalArgumentException("size of a trade must be positive, was " + size);
        }
        size = size.stripTrailingZeros();
    }
}
