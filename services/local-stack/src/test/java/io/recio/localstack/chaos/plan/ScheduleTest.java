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
            assertThat(schedule.faults()).hasSizeBetween(11, 18);
            assertThat(schedule.faults().stream().skip(1))
                    .noneMatch(fault -> fault.cell().moment().needsPause());
            assertThat(schedule.wishes()).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
            assertThat(schedule.wishes().stream().filter(Wish::opens)).hasSizeBetween(4, 8);
        });
    }

    private static final List<String> FAULTS_OF_SEVEN = List.of(
            "network-cut of trade-manager at new from 3807 ms for 2606 ms",
            "kill of trade-executor at in-doubt from 5570 ms for 2030 ms",
            "frames-reordered of exchange-simulator at in-doubt from 754 ms for 3169 ms",
            "frames-duplicated of exchange-simulator at closing from 3781 ms for 2117 ms",
            "frames-gapped of exchange-simulator at expired from 2562 ms for 2579 ms",
            "clock-step of exchange-simulator at any from 4306 ms for 1574 ms",
            "trading-pause of exchange-simulator at in-doubt from 5704 ms for 1570 ms",
            "frames-reordered of exchange-simulator at expired from 4586 ms for 1910 ms",
            "frames-dropped of exchange-simulator at expired from 3413 ms for 1914 ms",
            "rate-limited of exchange-simulator at expired from 5028 ms for 1990 ms",
            "timeout-after-applying of exchange-simulator at sending from 5061 ms for 1854 ms",
            "disconnect of exchange-simulator at sending from 543 ms for 1819 ms");
    private static final Wish FIRST_WISH_OF_SEVEN = new Wish(964, true, 2, true, 12);
}
