package io.recio.domain.price;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads deltas, means and the running settlement average out of a ring; only known seconds count. */
final class RingReadings {

    /** How much older than its look-back the price behind a delta may be. */
    private static final int DELTA_TOLERANCE_SECONDS = 5;

    private static final int MEAN_SECONDS = 60;
    private static final int QUARTER_HOUR = 900;

    private final SecondRing ring;

    RingReadings(SecondRing ring) {
        this.ring = ring;
    }

    /** The deltas of a price that stands at the second. */
    Deltas deltas(long second, long units) {
        return new Deltas(
                delta(second, units, 60),
                delta(second, units, 120),
                delta(second, units, 180),
                delta(second, units, 240),
                delta(second, units, 900),
                delta(second, units, 1800));
    }

    OptionalDouble delta(long second, long units, int back) {
        long wanted = second - back;
        for (long then = wanted; then >= wanted - DELTA_TOLERANCE_SECONDS; then--) {
            if (ring.isKnown(then)) {
                return OptionalDouble.of((double) (units - ring.units(then)) / ring.units(then) * 100);
            }
        }
        return OptionalDouble.empty();
    }

    /** The mean of the 60 seconds that end with {@code last}; absent unless all are known. */
    Optional<SpotPrice> mean60(long last) {
        long sum = 0;
        for (long second = last; second > last - MEAN_SECONDS; second--) {
            if (!ring.isKnown(second)) {
                return Optional.empty();
            }
            sum = Math.addExact(sum, ring.units(second));
        }
        return Optional.of(mean(sum, MEAN_SECONDS));
    }

    /** Of the quarter hour that is ending: the closed seconds from a minute before its close. */
    Optional<PartialAverage> partialAverage() {
        long close = Math.ceilDiv(ring.newest(), QUARTER_HOUR) * QUARTER_HOUR;
        long sum = 0;
        int seen = 0;
        for (long second = close - PartialAverage.VALUES; second < ring.newest(); second++) {
            if (ring.isKnown(second)) {
                sum = Math.addExact(sum, ring.units(second));
                seen++;
            }
        }
        return seen == 0
                ? Optional.empty()
                : Optional.of(new PartialAverage(BusinessTime.ofEpochSecond(close), seen, mean(sum, seen)));
    }

    private static SpotPrice mean(long sum, int count) {
        return new SpotPrice(Math.round((double) sum / count));
    }
}
