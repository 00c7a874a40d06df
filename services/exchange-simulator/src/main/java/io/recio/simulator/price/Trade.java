package io.recio.simulator.price;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;

/**
 * One trade of the underlying.
 *
 * @param id counts up by one per trade and product
 * @param at to the microsecond
 * @param sizeUnits base currency in hundred-millionths
 */
public record Trade(long id, BusinessTime at, SpotPrice price, long sizeUnits, TakerSide taker) {

    /** Decimals of sizes and volumes. */
    public static final int SIZE_SCALE = 8;
}
