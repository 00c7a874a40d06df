package io.recio.localstack.bench;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.probability.MoveRow;
import io.recio.domain.probability.MoveTable;
import io.recio.domain.probability.MoveTableBuilder;
import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Move tables counted from five years of generated one-minute closes. */
final class MoveTableBench {

    private static final int MINUTES = 2_629_800;
    private static final long SEED = 7;
    private static final long LEAST_SAMPLES = 300;

    private final MoveTable table;
    private final Figure figure;

    private MoveTableBench(MoveTable table, Figure figure) {
        this.table = table;
        this.figure = figure;
    }

    /** Counts twice and reports the second time: the first warms the code up. */
    static MoveTableBench run() {
        count();
        long began = System.nanoTime();
        List<MoveRow> rows = count();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new MoveTableBench(
                new MoveTable(rows, LEAST_SAMPLES),
                new Figure(
                        "move tables from 2.6 M minutes",
                        String.format(Locale.ROOT, "%.2f s", seconds),
                        "≤ 3 s, one core"));
    }

    MoveTable table() {
        return table;
    }

    Figure figure() {
        return figure;
    }

    private static List<MoveRow> count() {
        MoveTableBuilder builder = new MoveTableBuilder(0.8);
        SplittableRandom random = new SplittableRandom(SEED);
        double level = 60_000;
        for (int minute = 0; minute < MINUTES; minute++) {
            level *= 1 + 0.0008 * random.nextGaussian();
            builder.add(BusinessTime.ofEpochSecond(60L * minute), SpotPrice.ofDouble(level));
        }
        return builder.build();
    }
}
