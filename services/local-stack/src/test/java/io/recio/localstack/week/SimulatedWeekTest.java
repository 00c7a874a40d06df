package io.recio.localstack.week;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hours of faults by the hundred; {@code recio bench detector} runs thousands, and with them many a week. */
class SimulatedWeekTest {

    private static final int SCENARIOS = 120;

    @Test
    void restartsNoVictimNothingDuringAnOutageNothingBeyondItsBudgetAndExplainsEveryDecision() {
        SimulatedWeek week = SimulatedWeek.run(1, SCENARIOS);
        assertThat(week.broken()).isEmpty();
        assertThat(week.injected().keySet()).containsExactly(FaultKind.values());
        assertThat(week.restarts()).isGreaterThan(SCENARIOS / 2);
    }

    @Test
    void mendsWhatARestartMendsInAMinuteMostOfTheTime() {
        SimulatedWeek week = SimulatedWeek.run(10_001, 40);
        assertThat(week.healing(FaultKind.STUCK).stream().sorted().toList())
                .hasSizeGreaterThan(6)
                .satisfies(
                        seconds -> assertThat(seconds.get(seconds.size() / 2)).isLessThanOrEqualTo(60));
    }

    @Test
    void givesTheSameTableForTheSameSeeds() {
        assertThat(SimulatedWeek.run(7, 5).lines())
                .isEqualTo(SimulatedWeek.run(7, 5).lines());
    }
}
