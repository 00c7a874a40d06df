package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * A recurring theme that the exchange lists again and again, once an hour unless told otherwise.
 *
 * @param underlying the name people read, such as Bitcoin
 * @param indexId the CF Benchmarks index that settles it: BRTI, ETHUSD_RTI
 * @param strikeStep the gap of neighbouring strikes in dollars; absent means a round number near a quarter per cent of
 *     the price
 * @param strikes how many markets an event has
 * @param every from one close to the next, and how long an event trades; whole minutes that divide the hour
 */
public record SeriesSpec(
        SeriesTicker ticker,
        Symbol symbol,
        String underlying,
        String indexId,
        Optional<BigDecimal> strikeStep,
        int strikes,
        FeeTerms fees,
        Duration every) {

    /** The shard that crypto trades on since August 2026 (EXCHANGES, section A10). */
    public static final int CRYPTO_SHARD = 2;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final double STEP_TO_PRICE = 0.0025;
    private static final double[] ROUND_STEPS = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1000};

    /** What Kalshi does. */
    public static final Duration HOURLY = Duration.ofHours(1);

    public SeriesSpec {
        boolean wholeMinutes = every.isPositive() && every.getSeconds() % SECONDS_PER_MINUTE == 0;
        if (!wholeMinutes || HOURLY.getSeconds() % every.getSeconds() != 0) {
            throw new IllegalArgumentException(
                    "an event's length must be whole minutes that divide the hour, was " + every);
        }
    }

    public int exchangeIndex() {
        return CRYPTO_SHARD;
    }

    /** The gap of neighbouring strikes at this price. */
    BigDecimal stepAt(SpotPrice price) {
        return strikeStep.orElseGet(() -> roundStep(price.value() * STEP_TO_PRICE));
    }

    private static BigDecimal roundStep(double wanted) {
        double best = ROUND_STEPS[0];
        for (double step : ROUND_STEPS) {
            if (Math.abs(Math.log(step / wanted)) < Math.abs(Math.log(best / wanted))) {
                best = step;
            }
        }
        return BigDecimal.valueOf(Math.round(best));
    }
}
