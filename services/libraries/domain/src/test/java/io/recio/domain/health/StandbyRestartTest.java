package io.recio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.health.Condition.Fault;
import io.recio.domain.health.Remedy.RestartInstance;
import io.recio.domain.health.Withheld.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Warm standbys: never judged by results, never rolled for. */
class StandbyRestartTest {

    private final Deployment deployment = new Deployment();

    @Test
    void endsAHungStandbyOfTheExecutorWhileAnOrderIsInDoubtOnceTheLeaseHasPassedOn() {
        deployment.orderInDoubt(true);
        Deployment.Running heir = deployment.addInstance("trade-executor");
        deployment.instance("trade-executor").standingBy().hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(5), "trade-executor", false))
                .as("the hung one holds the lease")
                .isEmpty();
        deployment.leasePassesTo("trade-executor", heir);
        assertThat(deployment.look().remedy())
                .contains(new RestartInstance(
                        new ServiceName("trade-executor"), "trade-executor-0", Fault.STANDBY_HEARTBEAT_MISSED));
    }

    @Test
    void neverRollsAServiceForItsStandby() {
        deployment.addInstance("trade-manager").standingBy().hung();
        List<Remedy> remedies = new ArrayList<>();
        for (int second = 0; second < 3_600; second++) {
            deployment.look().remedy().ifPresent(remedies::add);
            deployment.pass(1);
        }
        assertThat(remedies).hasSize(6).hasOnlyElementsOfType(RestartInstance.class);
    }

    @Test
    void judgesNoStandbyByItsResults() {
        deployment.addInstance("trade-manager").standingBy().stuck();
        assertThat(deployment.look().level()).isEqualTo(IncidentLevel.NONE);
    }

    @Test
    void restartsAStandbyWhoseHeartHasStoppedAndNotTheActiveInstance() {
        deployment.addInstance("trade-manager").standingBy().hung();
        deployment.look();
        deployment.pass(15);
        DetectorDecision decision = deployment.look();
        assertThat(decision.level()).isEqualTo(IncidentLevel.WARNING);
        assertThat(decision.remedy())
                .contains(new RestartInstance(
                        new ServiceName("trade-manager"), "trade-manager-1", Fault.STANDBY_HEARTBEAT_MISSED));
    }

    @Test
    void waitsForAStandbyToTakeOver() {
        deployment.instance("trade-manager").standingBy();
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.PATIENCE);
        deployment.pass(15);
        assertThat(deployment.look().remedy())
                .contains(new RestartInstance(
                        new ServiceName("trade-manager"), "trade-manager-0", Fault.NO_ACTIVE_INSTANCE));
    }
}
