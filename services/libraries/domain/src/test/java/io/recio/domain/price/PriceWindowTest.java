package io.recio.domain.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PriceWindowTest {

    /** 12:00:00 UTC of some day, a full hour. */
    private static final long NOON = 1_800_014_400L;

    private final PriceWindow window = new PriceWindow(Symbol.BTC);

    @Test
    void keepsTheLastTradeOfEachSecond() {
        window.trade(at(NOON, 100), price(100));
        window.trade(at(NOON, 900), price(101));
        window.trade(at(NOON + 1, 0), price(102));

        assertThat(row(NOON).price()).isEqualTo(price(101));
        assertThat(row(NOON).quality()).isEqualTo(PriceQuality.TRADED);
        assertThat(window.price()).contains(price(102));
    }

    @Test
    void carriesThePriceThroughQuietSeconds() {
        window.trade(at(NOON, 0), price(100));
        window.quiet(at(NOON + 18, 0));

        assertThat(row(NOON + 18).price()).isEqualTo(price(100));
        assertThat(qualities(NOON, NOON + 2))
                .containsExactly(
                        Optional.of(PriceQuality.TRADED),
                        Optional.of(PriceQuality.QUIET),
                        Optional.of(PriceQuality.QUIET));
    }

    @Test
    void leavesSecondsUnknownAfterALoss() {
        window.trade(at(NOON, 0), price(100));
        window.lose();
        window.quiet(at(NOON + 2, 0));
        window.trade(at(NOON + 3, 0), price(110));

        assertThat(qualities(NOON, NOON + 3))
                .containsExactly(
                        Optional.of(PriceQuality.TRADED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(PriceQuality.TRADED));
    }

    @Test
    void takesALongSilenceForALoss() {
        window.trade(at(NOON, 0), price(100));
        window.trade(at(NOON + 31, 0), price(100));

        assertThat(window.second(BusinessTime.ofEpochSecond(NOON + 15))).isEmpty();
    }

    @Test
    void keepsTheNewestPriceWhenAnOlderTradeArrivesLate() {
        window.trade(at(NOON, 500), price(100));
        window.trade(at(NOON + 2, 0), price(102));

        assertThat(window.trade(at(NOON, 700), price(90))).isFalse();
        assertThat(window.trade(at(NOON + 1, 0), price(101))).isFalse();
        assertThat(window.price()).contains(price(102));
        assertThat(row(NOON).price()).isEqualTo(price(100));
        assertThat(row(NOON + 1).price()).isEqualTo(price(101));
        assertThat(row(NOON + 1).quality()).isEqualTo(PriceQuality.TRADED);
    }

    @Test
    void carriesATradeThatAHeartbeatOvertook() {
        window.trade(at(NOON, 0), price(100));
        window.quiet(at(NOON + 3, 10));

        assertThat(window.trade(at(NOON + 2, 990), price(105))).isTrue();
        assertThat(window.price()).contains(price(105));
        assertThat(row(NOON + 1).price()).isEqualTo(price(100));
        assertThat(row(NOON + 2).quality()).isEqualTo(PriceQuality.TRADED);
        assertThat(row(NOON + 3).price()).isEqualTo(price(105));
        assertThat(row(NOON + 3).quality()).isEqualTo(PriceQuality.QUIET);
    }

    @Test
    void carriesALateTradeUpToTheNextOne() {
        window.trade(at(NOON, 0), price(100));
        window.trade(at(NOON + 3, 0), price(103));

        assertThat(window.trade(at(NOON + 1, 0), price(101))).isFalse();
        assertThat(row(NOON + 2).price()).isEqualTo(price(101));
        assertThat(row(NOON + 3).price()).isEqualTo(price(103));
    }

    @Test
    void agreesWithANaiveLogOfRandomTradesAndLosses() {
        long seed = 230_306;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Long, Long> log = new TreeMap<>();
        long last = 0;
        for (long second = NOON; second < NOON + 9000; second++) {
            int what = random.nextInt(100);
            boolean lossEnds = !log.containsKey(second - 1);
            if (what < 60) {
                last = random.nextLong(1_000_000, 2_000_000);
                window.trade(at(second, random.nextInt(1000)), new SpotPrice(last));
                log.put(second, last);
            } else if (what < 99 && !lossEnds) {
                window.quiet(at(second, 0));
                log.put(second, last);
            } else {
                window.lose();
            }
            if (log.containsKey(second)) {
                assertThat(window.percentSince(900)).isEqualTo(naive(log, second, 900));
                assertThat(window.percentSince(1800)).isEqualTo(naive(log, second, 1800));
            }
        }
    }

    private static OptionalDouble naive(TreeMap<Long, Long> log, long now, int back) {
        Map.Entry<Long, Long> then = log.floorEntry(now - back);
        return then == null || then.getKey() < now - back - 5
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (log.get(now) - then.getValue()) / then.getValue() * 100);
    }

    @Test
    void interpolatesForChartsOnly() {
        window.trade(at(NOON, 0), price(100));
        window.lose();
        window.trade(at(NOON + 4, 0), price(104));
        window.interpolate();

        PriceSecond drawn = row(NOON + 1);
        assertThat(drawn.price()).isEqualTo(price(101));
        assertThat(drawn.quality()).isEqualTo(PriceQuality.INTERPOLATED);
        window.trade(at(NOON + 61, 0), price(110));
        assertThat(window.percentSince(60).getAsDouble()).isEqualTo(10.0);
        window.trade(at(NOON + 63, 0), price(110));
        assertThat(window.percentSince(60).getAsDouble()).isEqualTo(10.0);
        window.trade(at(NOON + 64, 0), price(110));
        assertThat(window.percentSince(60).getAsDouble()).isCloseTo(600.0 / 104, within(1e-12));
    }

    @Test
    void usesAPriceAtMostFiveSecondsOlderThanTheLookBack() {
        window.trade(at(NOON, 0), price(100));
        window.lose();
        window.trade(at(NOON + 65, 0), price(101));
        assertThat(window.deltas().minute1().getAsDouble()).isCloseTo(1.0, within(1e-12));

        window.trade(at(NOON + 66, 0), price(101));
        assertThat(window.deltas().minute1()).isEmpty();
    }

    @Test
    void replacesAnInterpolatedSecondByABackfilledOne() {
        window.trade(at(NOON, 0), price(100));
        window.lose();
        window.trade(at(NOON + 2, 0), price(104));
        window.interpolate();
        window.backfill(at(NOON + 1, 0), price(99));

        assertThat(row(NOON + 1).price()).isEqualTo(price(99));
        assertThat(row(NOON + 1).quality()).isEqualTo(PriceQuality.BACKFILLED);
    }

    @Test
    void meansTheLastSixtySecondsOnlyWhenAllAreKnown() {
        for (int second = 0; second < 60; second++) {
            assertThat(second == 0 ? Optional.empty() : row(NOON + second - 1).mean60())
                    .isEmpty();
            window.trade(at(NOON + second, 0), price(100 + second));
        }

        assertThat(row(NOON + 59).mean60()).contains(SpotPrice.of("129.5"));
    }

    @Test
    void knowsTheValuesSeenOfTheSettlementAverage() {
        long close = NOON + 900;
        for (long second = close - 70; second <= close; second++) {
            assertThat(window.partialAverage().map(PartialAverage::seen).orElse(0))
                    .isEqualTo((int) Math.max(0, second - 1 - (close - 60)));
            window.trade(at(second, 0), price(second == close - 60 ? 160 : 100));
        }

        assertThat(window.partialAverage())
                .contains(new PartialAverage(BusinessTime.ofEpochSecond(close), 60, price(101)));
        window.trade(at(close + 1, 0), price(100));
        assertThat(window.partialAverage()).isEmpty();
    }

    @Test
    void measuresVolatilityFromOneSecondLogReturns() {
        for (int second = 0; second <= 61; second++) {
            window.trade(at(NOON + second, 0), price(second % 2 == 0 ? 100 : 101));
        }

        Volatility volatility = window.volatility();
        double step = Math.log(1.01);
        assertThat(volatility.seconds30().getAsDouble()).isCloseTo(step, within(1e-12));
        assertThat(volatility.minute1().getAsDouble()).isCloseTo(step, within(1e-12));
        assertThat(volatility.minutes5()).isEmpty();
    }

    @Test
    void measuresASecondAgainOnceItIsClosed() {
        for (int second = 0; second < 40; second++) {
            window.trade(at(NOON + second, 0), price(100));
        }
        window.trade(at(NOON + 40, 0), price(101));
        assertThat(row(NOON + 40).volatility().seconds30()).isEqualTo(OptionalDouble.of(0));

        window.trade(at(NOON + 41, 0), price(101));
        assertThat(window.volatility().seconds30().getAsDouble())
                .isCloseTo(Math.log(1.01) / Math.sqrt(30), within(1e-15));
    }

    @Test
    void measuresTheSameVolatilityHoweverHistoryArrived() {
        PriceWindow backfilled = new PriceWindow(Symbol.BTC);
        SplittableRandom random = new SplittableRandom(41);
        long[] path = LongStream.range(0, 4000)
                .map(second -> 100_000_000_000L + random.nextLong(50_000_000))
                .toArray();
        for (int second = 0; second < path.length; second++) {
            window.trade(at(NOON + second, 0), new SpotPrice(path[second]));
        }
        backfilled.trade(at(NOON + 3999, 0), new SpotPrice(path[3999]));
        for (int second = 3998; second >= 0; second--) {
            backfilled.backfill(at(NOON + second, 0), new SpotPrice(path[second]));
        }

        assertThat(backfilled.volatility()).isEqualTo(window.volatility());
        assertThat(backfilled.deltas()).isEqualTo(window.deltas());
        double sum = 0;
        for (int second = 399; second <= 3998; second++) {
            double change = Math.log((double) path[second] / path[second - 1]);
            sum += change * change;
        }
        assertThat(window.volatility().minutes60().getAsDouble()).isCloseTo(Math.sqrt(sum / 3600), within(1e-15));
    }

    @Test
    void forgetsWhatIsOlderThanItsRing() {
        window.trade(at(NOON, 0), price(100));
        window.trade(at(NOON + 5000, 0), price(101));
        window.backfill(at(NOON + 1, 0), price(90));

        assertThat(window.second(at(NOON, 0))).isEmpty();
        assertThat(window.second(at(NOON + 1, 0))).isEmpty();
        assertThat(window.deltas()).isEqualTo(Deltas.NONE);
    }

    @Test
    void handsOutWhatPricingNeeds() {
        FeedPulse pulse = FeedPulse.heard(at(NOON + 1, 250));
        assertThat(window.snapshot(pulse, Optional.empty())).isEmpty();

        window.trade(at(NOON + 1, 0), price(100));

        assertThat(window.snapshot(pulse, Optional.empty()))
                .contains(new PriceSnapshot(
                        Symbol.BTC,
                        price(100),
                        at(NOON + 1, 250),
                        Optional.empty(),
                        Optional.empty(),
                        Deltas.NONE,
                        Volatility.NONE,
                        pulse,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(window.percentSince(5)).isEqualTo(OptionalDouble.empty());
    }

    private List<Optional<PriceQuality>> qualities(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(second ->
                        window.second(BusinessTime.ofEpochSecond(second)).map(PriceSecond::quality))
                .toList();
    }

    private PriceSecond row(long second) {
        return window.second(BusinessTime.ofEpochSecond(second)).orElseThrow();
    }

    private static BusinessTime at(long second, int millis) {
        return BusinessTime.ofEpochMilli(second * 1000 + millis);
    }

    private static SpotPrice price(long dollars) {
        return new SpotPrice(dollars * 1_000_000);
    }
}
