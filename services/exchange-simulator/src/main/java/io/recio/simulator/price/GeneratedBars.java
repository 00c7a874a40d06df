package io.recio.simulator.price;

/**
 * Minutes made up from a seed: a level that wanders around a given price, with the volatility of a real market and a
 * burst of momentum now and then.
 *
 * <p>Built from the coarse to the fine, so that any minute can be asked directly. The log price at the hours is a sum of
 * straight lines between random knots, 1, 2, 4, … 512 hours apart; inside an hour a seeded walk is bent to end at the
 * next hour's level (a bridge).
 */
final class GeneratedBars implements MinuteBars {

    private static final int MINUTES = 60;
    private static final int OCTAVES = 10;
    private static final double BURST_SHARE = 0.2;
    private static final double DOLLARS_PER_MINUTE = 500_000;
    private static final double CENTS = 100;
    private static final double VOLUME_UNITS = 1e8;
    private static final int HOURS_KEPT = 64;

    private final double logLevel;
    private final double hourlyVolatility;
    private final Seed seed;
    private final RecentCache<double[]> hours;

    GeneratedBars(double level, double hourlyVolatility, Seed seed) {
        if (!(level > 0) || !(hourlyVolatility > 0 && hourlyVolatility < 1)) {
            throw new IllegalArgumentException("level must be positive and hourly volatility between 0 and 1, was "
                    + level + " and " + hourlyVolatility);
        }
        this.logLevel = Math.log(level);
        this.hourlyVolatility = hourlyVolatility;
        this.seed = seed;
        this.hours = new RecentCache<>(HOURS_KEPT, this::hour);
    }

    @Override
    public MinuteBar bar(long minute) {
        return bar(minute, 0);
    }

    /** The bar of that minute with all prices moved by a factor, given as its logarithm. */
    MinuteBar bar(long minute, double logShift) {
        double open = logPrice(minute) + logShift;
        double close = logPrice(minute + 1) + logShift;
        double variance = hourlyVolatility * hourlyVolatility / MINUTES;
        var random = seed.with("bar").with(minute).random();
        double high = extreme(open, close, variance, 1 - random.nextDouble());
        double low = -extreme(-open, -close, variance, 1 - random.nextDouble());
        double busy = Math.exp(0.6 * random.nextGaussian()) * (0.5 + (high - low) / Math.sqrt(variance));
        long volume = Math.round(DOLLARS_PER_MINUTE * busy / Math.exp(open) * VOLUME_UNITS);
        return new MinuteBar(cents(open), cents(high), cents(low), cents(close), Math.max(volume, 1));
    }

    @Override
    public long ordinal(long minute) {
        return minute;
    }

    @Override
    public long minute(long ordinal) {
        return ordinal;
    }

    @Override
    public boolean isRecorded(long minute) {
        return false;
    }

    /** Logarithm of the price, in dollars, at the start of that minute. */
    double logPrice(long minute) {
        return hours.get(Math.floorDiv(minute, MINUTES))[Math.floorMod(minute, MINUTES)];
    }

    /** Highest point of a Brownian bridge, by its distribution function at {@code u} in (0, 1]. */
    private static double extreme(double from, double to, double variance, double u) {
        double gap = to - from;
        return (from + to + Math.sqrt(gap * gap - 2 * variance * Math.log(u))) / 2;
    }

    private double[] hour(long hour) {
        double from = hourLevel(hour);
        double to = hourLevel(hour + 1);
        double[] walk = walk(hour);
        double end = walk[MINUTES];
        double[] bent = new double[MINUTES];
        for (int i = 0; i < MINUTES; i++) {
            bent[i] = from + walk[i] + (to - from - end) * i / MINUTES;
        }
        return bent;
    }

    private double[] walk(long hour) {
        var random = seed.with("hour").with(hour).random();
        double mood = Math.clamp(Math.exp(0.35 * random.nextGaussian()), 0.5, 2.0);
        double perMinute = hourlyVolatility / Math.sqrt(MINUTES) * mood;
        boolean bursts = random.nextDouble() < BURST_SHARE;
        int start = random.nextInt(3, 52);
        int length = random.nextInt(3, 8);
        double burst = (random.nextBoolean() ? 1 : -1) * hourlyVolatility * random.nextDouble(1.0, 2.0) / length;
        double[] walk = new double[MINUTES + 1];
        for (int i = 0; i < MINUTES; i++) {
            boolean inBurst = bursts && i >= start && i < start + length;
            walk[i + 1] = walk[i] + perMinute * random.nextGaussian() + (inBurst ? burst : 0);
        }
        return walk;
    }

    private double hourLevel(long hour) {
        double level = logLevel;
        for (int octave = 0; octave < OCTAVES; octave++) {
            Seed line = seed.with("octave").with(octave);
            long apart = 1L << octave;
            long shifted = hour + Math.floorMod(line.value(), apart);
            long knot = Math.floorDiv(shifted, apart);
            double along = Math.floorMod(shifted, apart) / (double) apart;
            double between = line.with(knot).gaussian() * (1 - along)
                    + line.with(knot + 1).gaussian() * along;
            // Half the hourly volatility times the root of the spacing: hourly steps of all octaves then add up to it.
            level += hourlyVolatility / 2 * Math.sqrt(apart) * between;
        }
        return level;
    }

    private static long cents(double logPrice) {
        return Math.max(1, Math.round(Math.exp(logPrice) * CENTS));
    }
}
