package io.recio.simulator.kalshi.quoting;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Stretches in the last quarter of an hour in which the market sells the favourite a few cents too cheap: what a patient
 * buyer waits for.
 */
final class Bargains {

    private static final int EARLIEST = 900;
    private static final int LATEST = 150;
    private static final double LEAST_FAVOURED = 0.94;
    private static final double MOST_FAVOURED = 0.998;

    /** From {@code from} seconds before the close down to {@code to}, {@code depth} of probability too cheap. */
    private record Stretch(int from, int to, double depth) {}

    private final List<Stretch> stretches;

    Bargains(RandomGenerator random) {
        stretches = Stream.generate(() -> stretch(random))
                .limit(random.nextInt(3, 6))
                .toList();
    }

    private static Stretch stretch(RandomGenerator random) {
        int from = random.nextInt(LATEST, EARLIEST);
        return new Stretch(from, from - random.nextInt(30, 130), random.nextDouble(0.025, 0.05));
    }

    /** What the market thinks of a chance of yes that many seconds before the close. */
    double marketView(double chance, long secondsLeft) {
        double favoured = Math.max(chance, 1 - chance);
        if (favoured < LEAST_FAVOURED || favoured > MOST_FAVOURED) {
            return chance;
        }
        double depth = stretches.stream()
                .filter(stretch -> secondsLeft <= stretch.from() && secondsLeft > stretch.to())
                .mapToDouble(Stretch::depth)
                .max()
                .orElse(0);
        return chance > 0.5 ? chance - depth : chance + depth;
    }
}
