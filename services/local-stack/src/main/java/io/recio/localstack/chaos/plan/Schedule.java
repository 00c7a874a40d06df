package io.recio.localstack.chaos.plan;

import io.recio.localstack.chaos.plan.FaultType.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything a run decides beforehand; a pure function of the seed.
 *
 * @param positionSize contracts of an automatic entry
 * @param faults the first is the seed's cell of the matrix; the others are drawn, most of them of the exchange
 * @param wishes requests by hand, earliest first
 */
public record Schedule(long seed, int positionSize, List<PlannedFault> faults, List<Wish> wishes) {

    private static final int LARGEST_POSITION = 12;
    private static final int MOST_PROCESSES_BESIDE = 3;
    private static final int FEWEST_OF_EXCHANGE = 9;
    private static final int MOST_OF_EXCHANGE = 13;
    private static final int RUNS_A_DATABASE_KILL = 6;
    private static final int FIRST_WISH = 200;
    private static final int LAST_WISH = 11_000;
    private static final int EARLIEST = 500;
    private static final int LATEST = 6_000;

    /** Three lives of a lease. */
    static final int THREE_LIVES = 6_000;

    private static final int SHORTEST = 1_500;
    private static final int LONGEST = 3_500;
    /** Without prices and books there is no trading to strike at. */
    private static final List<String> STREAMS =
            List.of("private", "private", "private", "private", "private", "private", "book", "price");

    public static Schedule of(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 1);
        int positionSize = random.nextInt(1, LARGEST_POSITION + 1);
        List<PlannedFault> faults = new ArrayList<>();
        faults.add(fault(Cell.of(seed), random));
        draw(faults, Reach.PROCESS, random.nextInt(1, MOST_PROCESSES_BESIDE + 1), random);
        draw(faults, Reach.EXCHANGE, random.nextInt(FEWEST_OF_EXCHANGE, MOST_OF_EXCHANGE + 1), random);
        draw(faults, Reach.DATABASE, random.nextInt(RUNS_A_DATABASE_KILL) == 0 ? 1 : 0, random);
        return new Schedule(seed, positionSize, List.copyOf(faults), wishes(random));
    }

    /** Beside the first: only moments that are met without pausing a process, or two faults would undo each other. */
    private static void draw(List<PlannedFault> faults, Reach reach, int count, SplittableRandom random) {
        List<Cell> cells = Cell.ALL.stream()
                .filter(cell -> cell.type().reach() == reach && !cell.moment().needsPause())
                .toList();
        for (int i = 0; i < count; i++) {
            faults.add(fault(cells.get(random.nextInt(cells.size())), random));
        }
    }

    private static PlannedFault fault(Cell cell, SplittableRandom random) {
        long notBefore = random.nextInt(EARLIEST, LATEST);
        long drawn = random.nextInt(SHORTEST, LONGEST);
        String stream = STREAMS.get(random.nextInt(STREAMS.size()));
        int sign = random.nextBoolean() ? 1 : -1;
        return new PlannedFault(cell, notBefore, cell.type() == FaultType.FREEZE ? THREE_LIVES : drawn, stream, sign);
    }

    /** Some are opened early, so that there is something to close. */
    private static List<Wish> wishes(SplittableRandom random) {
        List<Wish> wishes = new ArrayList<>();
        int opens = random.nextInt(4, 9);
        int closes = random.nextInt(2, 6);
        for (int i = 0; i < opens; i++) {
            wishes.add(wish(random, true, FIRST_WISH));
        }
        for (int i = 0; i < closes; i++) {
            wishes.add(wish(random, false, LATEST / 3));
        }
        wishes.sort(Comparator.comparingLong(Wish::at));
        return List.copyOf(wishes);
    }

    private static Wish wish(SplittableRandom random, boolean opens, int earliest) {
        return new Wish(
                random.nextInt(earliest, LAST_WISH),
                opens,
                random.nextInt(12),
                random.nextBoolean(),
                random.nextInt(1, 2 * LARGEST_POSITION));
    }
}
