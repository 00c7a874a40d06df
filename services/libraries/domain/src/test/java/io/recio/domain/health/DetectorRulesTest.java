package io.recio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.recio.domain.health.Condition.Fault;
import io.recio.domain.health.Condition.State;
import io.recio.domain.health.Remedy.RestartInstance;
import io.recio.domain.health.Withheld.Reason;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorRulesTest {

    private static final String BTC = "symbol-price-watchdog-btc";
    private static final String COORDINATOR = "unified-production-coordinator";

    private final Deployment deployment = new Deployment();

    @Test
    void doesNothingWhileAllIsWell() {
        DetectorDecision decision = deployment.look();
        assertThat(decision.level()).isEqualTo(IncidentLevel.NONE);
        assertThat(decision.remedy()).isEmpty();
        assertThat(decision.withheld()).isEmpty();
        assertThat(decision.causes()).isEmpty();
        assertThat(decision.lookAgainAt()).isEqualTo(deployment.now().plus(Duration.ofSeconds(5)));
    }

    @Test
    void restartsAHungServiceOnceItsPatienceIsOver() {
        deployment.look();
        deployment.instance("main-app").hung();
        deployment.pass(15);
        DetectorDecision first = deployment.look();
        assertThat(first.level()).isEqualTo(IncidentLevel.WARNING);
        assertThat(first.withheld())
                .containsExactly(new Withheld(
                        new ServiceName("main-app"),
                        Reason.PATIENCE,
                        "may recover by itself",
                        Optional.of(deployment.now().plus(Duration.ofSeconds(15)))));
        deployment.pass(15);
        assertThat(deployment.look().remedy())
                .contains(new RestartInstance(new ServiceName("main-app"), "main-app-0", Fault.HEARTBEAT_MISSED));
    }

    @Test
    void restartsAServiceThatBeatsWithoutCorrectResults() {
        deployment.instance("main-app").stuck();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "main-app", false))
                .isPresent();
    }

    @Test
    void looksAgainWhenTheNextReasonRunsOut() {
        deployment.instance("main-app").hung();
        deployment.look();
        deployment.pass(12);
        DetectorDecision decision = deployment.look();
        assertThat(decision.lookAgainAt()).isEqualTo(deployment.now().plus(Duration.ofSeconds(3)));
    }

    @Test
    void leavesAloneWhatRecoversWithinItsPatience() {
        Deployment.Running app = deployment.instance("main-app").stuck();
        deployment.look();
        deployment.pass(14);
        deployment.look();
        app.catchingUp();
        deployment.pass(1);
        assertThat(deployment.look().level()).isEqualTo(IncidentLevel.WARNING);
        app.stuck();
        deployment.pass(16);
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.PATIENCE);
    }

    @Test
    void takesAMovingWorkCounterForLife() {
        deployment.instance(COORDINATOR).catchingUp();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(10), COORDINATOR, false))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatStandsOnAServiceThatCatchesUp() {
        deployment.instance(BTC).catchingUp();
        deployment.instance(COORDINATOR).stuck();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(10), COORDINATOR, false))
                .isEmpty();
        DetectorDecision decision = deployment.look();
        assertThat(decision.conditions().get(new ServiceName(BTC)).state()).isEqualTo(State.CATCHING_UP);
        assertThat(decision.withheld())
                .extracting(held -> held.service().value(), Withheld::reason, Withheld::detail)
                .containsExactly(tuple(COORDINATOR, Reason.DEPENDENCY_UNWELL, BTC));
    }

    @Test
    void restartsOnlyTheDeepestCauseOfAChain() {
        for (String service : List.of(BTC, COORDINATOR, "auto-entry-supervisor", "active-trade-supervisor")) {
            deployment.instance(service).hung();
        }
        deployment.look();
        deployment.pass(15);
        DetectorDecision decision = deployment.look();
        assertThat(decision.causes()).containsExactly(new ServiceName(BTC));
        assertThat(decision.remedy())
                .contains(new RestartInstance(new ServiceName(BTC), BTC + "-0", Fault.HEARTBEAT_MISSED));
        assertThat(decision.withheld())
                .extracting(held -> held.service().value(), Withheld::reason, Withheld::detail)
                .containsExactlyInAnyOrder(
                        tuple(COORDINATOR, Reason.DEPENDENCY_UNWELL, BTC),
                        tuple("auto-entry-supervisor", Reason.DEPENDENCY_UNWELL, BTC),
                        tuple("active-trade-supervisor", Reason.DEPENDENCY_UNWELL, BTC));
    }

    @ParameterizedTest(name = "{1} waits while {0} is unwell")
    @CsvSource({
        "symbol-price-watchdog-btc, unified-production-coordinator",
        "symbol-price-watchdog-eth, unified-production-coordinator",
        "kalshi-api-watchdog, unified-production-coordinator",
        "kalshi-api-watchdog, auto-entry-supervisor",
        "unified-production-coordinator, auto-entry-supervisor",
        "unified-production-coordinator, active-trade-supervisor",
        "kalshi-account-sync, trade-manager",
        "kalshi-account-sync, active-trade-supervisor",
        "trade-manager, active-trade-supervisor"
    })
    void restartsNothingWhoseDependencyIsDown(String dependency, String dependent) {
        deployment.instance(dependency).hung();
        deployment.instance(dependent).hung();
        List<ServiceName> restarts = new ArrayList<>();
        for (int second = 0; second < 300; second++) {
            deployment.look().remedy().flatMap(Deployment::subject).ifPresent(restarts::add);
            deployment.pass(1);
        }
        assertThat(restarts).isNotEmpty().containsOnly(new ServiceName(dependency));
    }

    @Test
    void givesDependentsTimeToRecoverAfterTheirCause() {
        deployment.instance(BTC).hung();
        deployment.instance(COORDINATOR).hung();
        SystemTime restarted =
                deployment.restartedWithin(Duration.ofMinutes(1), BTC, false).orElseThrow();
        DetectorDecision settling = deployment.look();
        assertThat(settling.withheld())
                .containsExactly(new Withheld(
                        new ServiceName(COORDINATOR),
                        Reason.DEPENDENCY_SETTLING,
                        BTC,
                        Optional.of(restarted.plus(Duration.ofSeconds(31)))));
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), COORDINATOR, false))
                .contains(restarted.plus(Duration.ofSeconds(31)));
    }

    @Test
    void restartsOfTwoEquallyDeepTheCriticalOneFirst() {
        deployment.instance("main-app").hung();
        deployment.instance("trade-executor").hung();
        deployment.look();
        deployment.pass(15);
        assertThat(deployment.look().remedy().flatMap(Deployment::subject)).contains(new ServiceName("trade-executor"));
    }

    @Test
    void givesANewInstanceItsGrace() {
        deployment.instance("main-app").hung();
        SystemTime restarted = deployment
                .restartedWithin(Duration.ofMinutes(1), "main-app", true)
                .orElseThrow();
        DetectorDecision starting = deployment.look();
        assertThat(starting.conditions().get(new ServiceName("main-app")).state())
                .isEqualTo(State.STARTING);
        assertThat(starting.level()).isEqualTo(IncidentLevel.WARNING);
        assertThat(deployment.restartedWithin(Duration.ofSeconds(74), "main-app", true))
                .as("restarted at %s", restarted)
                .isEmpty();
    }
}
