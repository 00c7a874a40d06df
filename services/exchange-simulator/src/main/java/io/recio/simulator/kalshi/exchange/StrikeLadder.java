package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Strike;
import io.recio.domain.price.SpotPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** The strikes of an event: evenly spaced around the price, each one cent below a round level, lowest first. */
final class StrikeLadder {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private StrikeLadder() {}

    static List<Strike> around(SpotPrice price, BigDecimal step, int count) {
        BigDecimal centre =
                price.dollars().divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        BigDecimal lowest = centre.subtract(step.multiply(BigDecimal.valueOf(count / 2)));
        return IntStream.range(0, count)
                .mapToObj(i -> lowest.add(step.multiply(BigDecimal.valueOf(i))).subtract(CENT))
                .filter(floor -> floor.signum() > 0)
                .map(floor -> Strike.above(SpotPrice.of(floor)))
                .toList();
    }
}
