package io.recio.localstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.localstack.chaos.plan.FaultType;
import io.recio.localstack.chaos.plan.PlannedFault;
import io.recio.localstack.chaos.plan.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedSeedsTest {

    private static final List<PlannedFault> FAULTS = ChaosCommand.FIXED.stream()
            .flatMap(seed -> Schedule.of(seed).faults().stream())
            .toList();

    @Test
    void strikeWithWhateverCanLoseOrDoubleAnOrder() {
        assertThat(ChaosCommand.FIXED).hasSize(10);
        assertThat(FAULTS).extracting(fault -> fault.cell().type()).contains(FaultType.values());
    }

    @Test
    void takeExecutorAndManagerAwayWhileAnOrderIsUnderWay() {
        assertThat(FAULTS)
                .extracting(fault -> fault.cell().toString())
                .contains(
                        "kill of trade-executor at sending",
                        "freeze of trade-executor at sending",
                        "network-cut of trade-executor at sending",
                        "freeze of trade-manager at closing",
                        "network-cut of trade-manager at new");
    }
}
