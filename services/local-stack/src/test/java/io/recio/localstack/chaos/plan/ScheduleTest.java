package io.recio.localstack.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.localstack.chaos.plan.FaultType.Reach;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void isTheSameForTheSameSeed() {
        LongStream.range(0, 500).forEach(seed -> assertThat(Schedule.of(seed)).isEqualTo(Schedule.of(seed)));
    }

    @Test
    void keepsWhatASeedOnceMeant() {
        Schedule schedule = Schedule.of(7);

        assertThat(schedule.faults()).extracting(PlannedFault::toString).containsExactlyElementsOf(FAULTS_OF_SEVEN);
        assertThat(schedule.wishes().getFirst()).isEqualTo(FIRST_WISH_OF_SEVEN);
    }

    @Test
    void walksThroughTheWholeMatrixInConsecutiveSeeds() {
        Set<Cell> struck = new HashSet<>();
        LongStream.range(1_000, 1_000 + Cell.ALL.size())
                .forEach(
                        seed -> struck.add(Schedule.of(seed).faults().getFirst().cell()));

        assertThat(struck).containsExactlyInAnyOrderElementsOf(Cell.ALL);
    }

    @Test
    void strikesEachServiceAtEachMomentWithEachFaultOfAProcess() {
        assertThat(Cell.ALL).doesNotHaveDuplicates();
        assertThat(Cell.ALL.stream().filter(cell -> cell.type().reach() == Reach.PROCESS))
                .hasSize(4 * Cell.ORDER_PATH.size() * Moment.values().length);
        assertThat(Cell.ALL.stream().filter(cell -> cell.type().reach() != Reach.PROCESS))
                .hasSize(14 * Moment.values().length);
    }

    @Test
    void freezesForThreeLivesOfALeaseAndOpensBeforeItCloses() {
        LongStream.range(0, 2_000).mapToObj(Schedule::of).forEach(schedule -> {
            assertThat(schedule.faults())
                    .as("seed %s", schedule.seed())
                    .filteredOn(fault -> fault.cell().type() == FaultType.FREEZE)
                    .allMatch(fault -> fault.lasting() == Schedule.THREE_LIVES);
            assertThat(schedule.faults()).hasSizeBetween(1, 3);
            assertThat(schedule.wishes()).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
            assertThat(schedule.wishes().stream().filter(Wish::opens)).hasSizeBetween(4, 8);
        });
    }

    private static final List<String> FAULTS_OF_SEVEN =
            List.of("network-cut of trade-manager at new from 3807 ms for 2606 ms");
    private static final Wish FIRST_WISH_OF_SEVEN = new Wish(698, true, 11, true, 21);
}
