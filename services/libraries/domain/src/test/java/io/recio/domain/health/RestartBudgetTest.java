package io.recio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.health.Condition.Fault;
import io.recio.domain.health.Remedy.RestartInstance;
import io.recio.domain.health.Remedy.RollService;
import io.recio.domain.health.Withheld.Reason;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often who is restarted, and what a person asked for. */
class RestartBudgetTest {

    private final Deployment deployment = new Deployment();

    @Test
    void restartsOneAtATimeAndWaitsForItsEffect() {
        deployment.instance("main-app").hung();
        deployment.instance("system-monitor").hung();
        deployment.look();
        deployment.pass(15);
        DetectorDecision first = deployment.look();
        assertThat(first.remedy())
                .contains(new RestartInstance(new ServiceName("main-app"), "main-app-0", Fault.HEARTBEAT_MISSED));
        assertThat(first.withheld()).extracting(Withheld::reason).containsExactly(Reason.REMEDY_IN_FLIGHT);
        deployment.pass(59);
        assertThat(deployment.look().remedy()).isEmpty();
        deployment.pass(1);
        assertThat(deployment.look().remedy())
                .as("the one not tried yet comes before the one that a restart did not help")
                .contains(new RestartInstance(
                        new ServiceName("system-monitor"), "system-monitor-0", Fault.HEARTBEAT_MISSED));
    }

    @Test
    void waitsLongerBeforeEachRestartOfOneServiceThenGivesUpAndAlerts() {
        deployment.instance("main-app").hung();
        List<SystemTime> restarts = new ArrayList<>();
        for (int restart = 0; restart < 6; restart++) {
            restarts.add(deployment
                    .restartedWithin(Duration.ofHours(1), "main-app", true)
                    .orElseThrow());
        }
        List<Long> waits = new ArrayList<>();
        for (int restart = 1; restart < 6; restart++) {
            waits.add(restarts.get(restart - 1).until(restarts.get(restart)).toSeconds());
        }
        // The first wait is the new instance's grace of a minute and the patience after it.
        assertThat(waits).containsExactly(75L, 120L, 240L, 480L, 900L);
        assertThat(deployment.restartedWithin(Duration.ofHours(2), "main-app", true))
                .isEmpty();
        DetectorDecision last = deployment.look();
        assertThat(last.givenUp()).containsExactly(new ServiceName("main-app"));
        assertThat(last.level()).isEqualTo(IncidentLevel.CRITICAL);
        assertThat(last.withheld())
                .containsExactly(new Withheld(
                        new ServiceName("main-app"), Reason.GIVEN_UP, "6 restarts did not help", Optional.empty()));
    }

    @Test
    void beginsTheBackoffAnewOnceAServiceWasStable() {
        deployment.instance("main-app").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "main-app", false))
                .isPresent();
        for (int second = 0; second < 601; second++) {
            deployment.look();
            deployment.pass(1);
        }
        assertThat(deployment.history().of(new ServiceName("main-app")).restarts())
                .isEmpty();
    }

    @Test
    void restartsAtMostAThirdOfTheServicesWithinTenMinutes() {
        List<String> independent =
                List.of("kalshi-account-sync", "kalshi-api-watchdog", "main-app", "symbol-price-watchdog-btc");
        for (String service : independent) {
            deployment.instance(service).hung();
            assertThat(deployment.restartedWithin(Duration.ofMinutes(2), service, false))
                    .as(service)
                    .isPresent();
        }
        SystemTime first = deployment
                .history()
                .of(new ServiceName("kalshi-account-sync"))
                .restarts()
                .getFirst();
        deployment.instance("system-monitor").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "system-monitor", false))
                .isEmpty();
        assertThat(deployment.look().withheld())
                .containsExactly(new Withheld(
                        new ServiceName("system-monitor"),
                        Reason.BUDGET_SPENT,
                        "4 services restarted in 10 min",
                        Optional.of(first.plus(Duration.ofMinutes(10)))));
        assertThat(deployment.restartedWithin(Duration.ofMinutes(10), "system-monitor", false))
                .contains(first.plus(Duration.ofMinutes(10)));
    }

    @Test
    void rollsTheServiceWhenEndingTheInstanceDidNotHelpTwice() {
        deployment.instance("main-app").hung();
        List<Remedy> remedies = new ArrayList<>();
        for (int second = 0; second < 600 && remedies.size() < 3; second++) {
            deployment.look().remedy().ifPresent(remedies::add);
            deployment.pass(1);
        }
        ServiceName app = new ServiceName("main-app");
        RestartInstance instance = new RestartInstance(app, "main-app-0", Fault.HEARTBEAT_MISSED);
        assertThat(remedies).containsExactly(instance, instance, new RollService(app, Fault.HEARTBEAT_MISSED));
    }

    @Test
    void recordsInADryRunWhatItWouldHaveDoneAndWhen() {
        deployment.mandate(Mandate.DRY_RUN);
        deployment.instance("main-app").hung();
        deployment.look();
        deployment.pass(14);
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.PATIENCE);
        deployment.pass(1);
        DetectorDecision decision = deployment.look();
        assertThat(decision.remedy()).isEmpty();
        assertThat(decision.withheld())
                .containsExactly(new Withheld(
                        new ServiceName("main-app"), Reason.DRY_RUN, "would restart main-app-0", Optional.empty()));
    }

    @Test
    void restartsNothingBesideWhatAPersonAskedFor() {
        deployment.mandate(Mandate.WAIT);
        deployment.instance("main-app").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(5), "main-app", false))
                .isEmpty();
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.REMEDY_IN_FLIGHT);
    }

    @Test
    void leavesAPausedServiceAloneUntilItsPauseEnds() {
        SystemTime until = deployment.now().plus(Duration.ofMinutes(10));
        deployment.pause("main-app", new Pause("jane", until));
        deployment.instance("main-app").hung();
        deployment.instance("system-monitor").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "system-monitor", false))
                .as("others are not paused")
                .isPresent();
        assertThat(deployment.look().withheld())
                .contains(new Withheld(
                        new ServiceName("main-app"), Reason.PAUSED_BY_OPERATOR, "by jane", Optional.of(until)));
        assertThat(deployment.restartedWithin(Duration.ofMinutes(15), "main-app", false))
                .contains(until);
    }

    @Test
    void decidesTheSameAgainFromTheSameHistory() {
        deployment.instance("main-app").hung();
        deployment.look();
        deployment.pass(15);
        Observed observed = deployment.observe();
        DetectorDecision once = DetectorRules.reconcile(observed, Deployment.POLICY, deployment.history());
        assertThat(DetectorRules.reconcile(observed, Deployment.POLICY, deployment.history()))
                .isEqualTo(once);
        assertThat(DetectorRules.reconcile(observed, Deployment.POLICY, once.history())
                        .remedy())
                .as("a repeated look does not repeat the remedy")
                .isEmpty();
    }

    @Test
    void carriesOutAnOperatorsRequestUnlessAnOrderIsInDoubt() {
        ServiceName executor = new ServiceName("trade-executor");
        assertThat(DetectorRules.againstRequest(
                        executor, deployment.observe(), Deployment.POLICY, deployment.history()))
                .isEmpty();
        deployment.orderInDoubt(true);
        assertThat(DetectorRules.againstRequest(executor, deployment.observe(), Deployment.POLICY, deployment.history())
                        .map(Withheld::reason))
                .contains(Reason.ORDER_IN_DOUBT);
    }
}
