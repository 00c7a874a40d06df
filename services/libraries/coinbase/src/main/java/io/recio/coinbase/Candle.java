package io.recio.coinbase;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;

/**
 * One minute of trading. A minute without a trade has none.
 *
 * @param start the first moment of the minute
 * @param volume in units of what is traded, without trailing zeros
 */
public record Candle(
        BusinessTime start, SpotPrice open, SpotPrice high, SpotPrice low, SpotPrice close, BigDecimal volume) {

    public Candle {
        if (start.epochSecond() % 60 != 0) {
            throw new IllegalArgumentException("candle must start at a full minute, was " + start);
        }
        if (open.isAbove(high) || close.isAbove(high) || open.isBelow(low) || close.isBelow(low)) {
            throw new IllegalArgumentException("candle must keep open " + open + " and close " + close + " between low "
                    + low + " and high " + high);
        }
        if (volume.signum() < 0) {
            throw new IllegalArgumentException("volume must not be negative, was " + volume);
        }
        volume = volume.stripTrailingZeros();
    }
}
