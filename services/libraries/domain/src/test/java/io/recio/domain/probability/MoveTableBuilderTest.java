package io.recio.domain.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MoveTableBuilderTest {

    private static final int[] LOOK_BACKS = {1, 2, 3, 4, 15, 30};
    private static final double[] WEIGHTS = {0.30, 0.25, 0.20, 0.15, 0.05, 0.05};

    @Test
    void countsWhatANaiveReferenceCountsOnRecordedBarsWithGaps() {
        long seed = 13_032_023;
        System.out.println("seed " + seed);
        TreeMap<Long, Long> closes = recorded();
        SplittableRandom random = new SplittableRandom(seed);
        closes.keySet().removeIf(minute -> random.nextInt(100) == 0);
        MoveTableBuilder builder = new MoveTableBuilder(1);
        closes.forEach((minute, units) -> builder.add(BusinessTime.ofEpochSecond(minute * 60), new SpotPrice(units)));

        List<MoveRow> rows = builder.build();

        Map<OptionalInt, List<Long>> starts = startsByBucket(closes);
        assertThat(rows).hasSizeGreaterThan(60 * 50);
        for (MoveRow row : rows) {
            double[] up = new double[41];
            double[] down = new double[41];
            long samples = naive(closes, starts.getOrDefault(row.bucket(), List.of()), row.horizonMinutes(), up, down);
            assertThat(row.samples()).isEqualTo(samples);
            assertThat(row.up()).containsExactly(up, within(1e-12));
            assertThat(row.down()).containsExactly(down, within(1e-12));
        }
    }

    @Test
    void countsAMoveOfExactlyAThresholdAsReachingIt() {
        MoveRow row = baseline(closes("100", "100.15", "100.04985"), 1);

        assertThat(row.samples()).isEqualTo(2);
        assertThat(row.up()[3]).isEqualTo(0.5);
        assertThat(row.up()[4]).isZero();
        assertThat(row.down()[2]).isEqualTo(0.5);
        assertThat(row.down()[1]).isEqualTo(0.5);
    }

    @Test
    void countsNoMoveAsARiseAndAFallOfZero() {
        MoveRow row = baseline(closes("100", "100"), 1);

        assertThat(row.samples()).isEqualTo(1);
        assertThat(row.up()[0]).isEqualTo(1);
        assertThat(row.down()[0]).isEqualTo(1);
        assertThat(row.up()[1]).isZero();
    }

    @Test
    void countsTimeRatherThanRows() {
        MoveTableBuilder builder = new MoveTableBuilder(1);
        builder.add(BusinessTime.ofEpochSecond(0), SpotPrice.of("100"));
        builder.add(BusinessTime.ofEpochSecond(180), SpotPrice.of("101"));

        assertThat(builder.build()).extracting(MoveRow::horizonMinutes).containsExactly(3);
    }

    @Test
    void weighsAnOlderYearLess() {
        MoveTableBuilder builder = new MoveTableBuilder(0.5);
        long year = 525_960L * 60;
        builder.add(BusinessTime.ofEpochSecond(0), SpotPrice.of("100"));
        builder.add(BusinessTime.ofEpochSecond(60), SpotPrice.of("101"));
        builder.add(BusinessTime.ofEpochSecond(year + 120), SpotPrice.of("100"));
        builder.add(BusinessTime.ofEpochSecond(year + 180), SpotPrice.of("99"));

        MoveRow row = baseline(builder, 1);
        assertThat(row.samples()).isEqualTo(2);
        assertThat(row.up()[1]).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(row.down()[1]).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void refusesBarsOutOfOrder() {
        MoveTableBuilder builder = closes("100", "101");

        assertThatThrownBy(() -> builder.add(BusinessTime.ofEpochSecond(60), SpotPrice.of("100")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bars must come in order, one a minute; 1970-01-01T00:01:00Z came after"
                        + " 1970-01-01T00:01:00Z");
    }

    private static MoveTableBuilder closes(String... dollars) {
        MoveTableBuilder builder = new MoveTableBuilder(1);
        for (int minute = 0; minute < dollars.length; minute++) {
            builder.add(BusinessTime.ofEpochSecond(60L * minute), SpotPrice.of(dollars[minute]));
        }
        return builder;
    }

    private static MoveRow baseline(MoveTableBuilder builder, int horizon) {
        return builder.build().stream()
                .filter(row -> row.bucket().isEmpty() && row.horizonMinutes() == horizon)
                .findFirst()
                .orElseThrow();
    }

    /** Every threshold of every move by itself, in whole numbers. */
    private static long naive(
            TreeMap<Long, Long> closes, List<Long> starts, int horizonMinutes, double[] up, double[] down) {
        long samples = 0;
        for (long start : starts) {
            Long later = closes.get(start + horizonMinutes);
            if (later == null) {
                continue;
            }
            samples++;
            long then = closes.get(start);
            for (int step = 0; step < 41; step++) {
                up[step] += (later - then) * 2000 >= step * then ? 1 : 0;
                down[step] += (later - then) * 2000 <= -step * then ? 1 : 0;
            }
        }
        for (int step = 0; step < 41; step++) {
            up[step] /= samples;
            down[step] /= samples;
        }
        return samples;
    }

    /** All minutes under the empty bucket of the baseline, and those with a momentum under their own bucket too. */
    private static Map<OptionalInt, List<Long>> startsByBucket(TreeMap<Long, Long> closes) {
        Map<OptionalInt, List<Long>> starts = new HashMap<>();
        starts.put(OptionalInt.empty(), List.copyOf(closes.keySet()));
        for (long minute : closes.keySet()) {
            OptionalInt bucket = bucket(closes, minute);
            if (bucket.isPresent()) {
                starts.computeIfAbsent(bucket, b -> new ArrayList<>()).add(minute);
            }
        }
        return starts;
    }

    private static OptionalInt bucket(TreeMap<Long, Long> closes, long minute) {
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < LOOK_BACKS.length; k++) {
            Long then = closes.get(minute - LOOK_BACKS[k]);
            if (then == null && k < 4) {
                return OptionalInt.empty();
            }
            if (then != null) {
                sum += WEIGHTS[k] * (closes.get(minute) - then) / then * 100;
                weight += WEIGHTS[k];
            }
        }
        long hundredths = Math.round(Math.abs(sum / weight) * 100) * (sum < 0 ? -1 : 1);
        return OptionalInt.of(Math.clamp(hundredths, -30, 30));
    }

    private static TreeMap<Long, Long> recorded() {
        TreeMap<Long, Long> closes = new TreeMap<>();
        for (String line : lines("/prices/btc-usd-1m-2023-03-13-to-14.csv")) {
            String[] columns = line.split(",");
            String rfc3339 = columns[0].replace(' ', 'T').replace("+00:00", "Z");
            closes.put(
                    BusinessTime.parse(rfc3339).epochSecond() / 60,
                    SpotPrice.of(columns[4]).units());
        }
        return closes;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MoveTableBuilderTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(reader.lines().toList());
            lines.removeFirst();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
