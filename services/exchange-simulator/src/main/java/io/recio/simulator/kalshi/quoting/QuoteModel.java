package io.recio.simulator.kalshi.quoting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Which prices the generated traders quote for the markets of one event, and when they cross. Called once a second; a
 * handful of quotes move each time, those that are most wrong first.
 */
public final class QuoteModel {

    /** No bid, in cents. */
    public static final int NO_BID = 0;

    /** No ask, in cents. */
    public static final int NO_ASK = 100;

    private static final int MOVES_PER_SECOND = 6;
    private static final double COMMON_NOISE = 0.02;
    private static final double OWN_NOISE = 0.05;
    private static final double PERSISTENCE = 0.97;
    private static final double TAKERS_PER_SECOND = 0.5;
    private static final double CONTESTED = 0.015;

    /** Best prices of yes for the market of that index, in cents. */
    public record Quote(int market, int bid, int ask) {}

    /**
     * Somebody crosses the spread.
     *
     * @param yes whether yes is bought
     * @param hundredths of a contract
     */
    public record Take(int market, boolean yes, long hundredths) {}

    /**
     * What the traders see.
     *
     * @param seenSum and seen: the known values of the settlement window
     */
    public record Sight(double spot, double deviation, double seenSum, int seen, long secondsLeft) {}

    private final double[] levels;
    private final RandomGenerator random;
    private final Bargains bargains;
    private final double[] noise;
    private final double[] views;
    private final Quote[] quotes;
    private final boolean[] disturbed;
    private double commonNoise;

    /** @param levels strikes in dollars, lowest first */
    public QuoteModel(double[] levels, RandomGenerator random) {
        this.levels = levels.clone();
        this.random = random;
        this.bargains = new Bargains(random);
        this.noise = new double[levels.length];
        this.views = new double[levels.length];
        this.disturbed = new boolean[levels.length];
        this.quotes = IntStream.range(0, levels.length)
                .mapToObj(i -> new Quote(i, NO_BID, NO_ASK))
                .toArray(Quote[]::new);
    }

    /** Quotes for every market. */
    public List<Quote> openingQuotes(Sight sight) {
        look(sight);
        return IntStream.range(0, levels.length).mapToObj(this::requote).toList();
    }

    /** The quotes that move this second. */
    public List<Quote> quotes(Sight sight) {
        look(sight);
        List<Integer> wrong = new ArrayList<>(IntStream.range(0, levels.length)
                .filter(i -> disturbed[i] || error(i) >= 1)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -error(i)))
                .limit(MOVES_PER_SECOND)
                .toList());
        if (random.nextDouble() < 0.3) {
            wrong.add(random.nextInt(levels.length));
        }
        return wrong.stream().distinct().map(this::requote).toList();
    }

    /** Those who cross this second. */
    public List<Take> takers() {
        if (random.nextDouble() >= TAKERS_PER_SECOND) {
            return List.of();
        }
        int[] contested = IntStream.range(0, levels.length)
                .filter(i -> views[i] > CONTESTED && views[i] < 1 - CONTESTED)
                .toArray();
        if (contested.length == 0) {
            return List.of();
        }
        int market = contested[random.nextInt(contested.length)];
        long hundredths = random.nextDouble() < 0.15
                ? random.nextLong(1, 2_000)
                : 100L * (1 + (long) (-40 * Math.log(1 - random.nextDouble())));
        return List.of(new Take(market, random.nextDouble() < views[market], hundredths));
    }

    /** The market's book was traded into: quote it anew soon. */
    public void disturbed(int market) {
        disturbed[market] = true;
    }

    /** What the market thinks the chance of yes is. */
    public double view(int market) {
        return views[market];
    }

    private void look(Sight sight) {
        commonNoise = commonNoise * PERSISTENCE + random.nextGaussian() * COMMON_NOISE;
        for (int i = 0; i < levels.length; i++) {
            double distance = FairValue.distance(
                    sight.spot(), levels[i], sight.seenSum(), sight.seen(), sight.secondsLeft(), sight.deviation());
            if (Math.abs(distance) < 5) {
                noise[i] = noise[i] * PERSISTENCE + random.nextGaussian() * OWN_NOISE * 0.3;
                distance += noise[i] + commonNoise;
            }
            views[i] = bargains.marketView(FairValue.chance(distance), sight.secondsLeft());
        }
    }

    /** How far the quotes are from the view, in cents. */
    private double error(int market) {
        Quote quote = quotes[market];
        double view = views[market] * 100;
        double below = quote.bid() == NO_BID ? (view > 1.5 ? 1 : 0) : Math.max(0, quote.bid() - view);
        double above = quote.ask() == NO_ASK ? (view < 98.5 ? 1 : 0) : Math.max(0, view - quote.ask());
        double wide = quote.ask() - quote.bid() > 4 && view > 2 && view < 98 ? 1 : 0;
        return Math.max(wide, below + above);
    }

    private Quote requote(int market) {
        double half = random.nextDouble(0.2, 1.0);
        double view = views[market] * 100;
        int bid = Math.clamp((long) Math.floor(view - half), NO_BID, NO_ASK - 1);
        int ask = Math.clamp((long) Math.ceil(view + half), 1, NO_ASK);
        quotes[market] = new Quote(market, bid, ask);
        disturbed[market] = false;
        return quotes[market];
    }
}
