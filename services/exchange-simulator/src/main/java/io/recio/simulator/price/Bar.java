package io.recio.simulator.price;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;

/**
 * The trades of an interval in five numbers.
 *
 * @param start first moment of the interval
 * @param volumeUnits base currency in hundred-millionths
 */
public record Bar(
        BusinessTime start, SpotPrice open, SpotPrice high, SpotPrice low, SpotPrice close, long volumeUnits) {}
