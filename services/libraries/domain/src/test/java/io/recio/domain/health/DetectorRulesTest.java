package io.recio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.recio.domain.health.Condition.Fault;
import io.recio.domain.health.Condition.State;
import io.recio.domain.health.Remedy.RestartInstance;
import io.recio.domain.health.Remedy.RestartSystem;
import io.recio.domain.health.Remedy.RollService;
import io.recio.domain.health.Withheld.Reason;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(
            value = Foundation.class,
            names = {"DATABASE", "RUNTIME", "COINBASE"})
    void freezesWhileAFoundationIsTheCause(Foundation foundation) {
        deployment.down(foundation);
        deployment.instance(BTC).hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(30), BTC, false))
                .isEmpty();
        assertThat(deployment.look().withheld())
                .containsExactly(new Withheld(
                        new ServiceName(BTC), Reason.FOUNDATION_DOWN, foundation.name(), Optional.empty()));
        deployment.up(foundation);
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), BTC, false))
                .isPresent();
    }

    @Test
    void givesEveryoneItsPatienceAgainWhenAFoundationIsBack() {
        deployment.down(Foundation.DATABASE);
        deployment.instance("main-app").stuck();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(5), "main-app", false))
                .isEmpty();
        deployment.up(Foundation.DATABASE);
        SystemTime back = deployment.now();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "main-app", false))
                .contains(back.plus(Duration.ofSeconds(14)));
    }

    @Test
    void freezesOnlyWhatStandsOnTheExchangeThatIsDown() {
        deployment.down(Foundation.KALSHI);
        deployment.instance("trade-executor").hung();
        deployment.instance("active-trade-supervisor").hung();
        deployment.instance(BTC).hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), BTC, false))
                .isPresent();
        deployment.pass(Duration.ofMinutes(5));
        assertThat(deployment.look().withheld())
                .extracting(Withheld::reason)
                .containsExactly(Reason.FOUNDATION_DOWN, Reason.FOUNDATION_DOWN);
    }

    @ParameterizedTest
    @CsvSource({"trade-executor", "active-trade-supervisor"})
    void neverRestartsWhoHandlesOrdersWhileOneIsInDoubtUnlessItsLeaseExpired(String service) {
        deployment.orderInDoubt(true);
        deployment.instance(service).hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(30), service, false))
                .isEmpty();
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.ORDER_IN_DOUBT);
        deployment.leaseExpires(service);
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), service, false))
                .isPresent();
    }

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
    void restartsOfTwoEquallyDeepTheCriticalOneFirst() {
        deployment.instance("main-app").hung();
        deployment.instance("trade-executor").hung();
        deployment.look();
        deployment.pass(15);
        assertThat(deployment.look().remedy().flatMap(Deployment::subject)).contains(new ServiceName("trade-executor"));
    }

    @Test
    void callsItCriticalWhenTradingCannotGoOnAndCatastrophicWhenThatWasGivenUp() {
        deployment.instance("trade-manager").hung();
        assertThat(deployment.look().level()).isEqualTo(IncidentLevel.CRITICAL);
        for (int restart = 0; restart < 6; restart++) {
            deployment
                    .restartedWithin(Duration.ofHours(1), "trade-manager", true)
                    .orElseThrow();
        }
        deployment.pass(Duration.ofHours(1));
        deployment.look();
        assertThat(deployment.look().level()).isEqualTo(IncidentLevel.CATASTROPHIC);
    }

    @Test
    void restartsOthersWhileAnOrderIsInDoubt() {
        deployment.orderInDoubt(true);
        deployment.instance("main-app").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "main-app", false))
                .isPresent();
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

    @Test
    void leavesAnExitedServiceToTheRuntime() {
        deployment.exits("main-app");
        deployment.look();
        deployment.pass(Duration.ofMinutes(10));
        assertThat(deployment.look().remedy()).isEmpty();
        assertThat(deployment.look().withheld())
                .containsExactly(new Withheld(
                        new ServiceName("main-app"), Reason.RUNTIME_RESTARTS_IT, "no instance runs", Optional.empty()));
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
    void neverRestartsItself() {
        deployment.instance("cascading-failure-detector").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(5), "cascading-failure-detector", false))
                .isEmpty();
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.NOT_RESTARTABLE);
    }

    @Test
    void restartsEverythingOnceInFourHoursWhenHalfIsDownAndNothingSmallerHelped() {
        illToTheDeepest();
        SystemTime first = systemRestart();
        assertThat(systemRestart().isBefore(first.plus(Duration.ofHours(4)))).isFalse();
    }

    @Test
    void doesNotRestartEverythingWhileAnOrderIsInDoubt() {
        illToTheDeepest();
        deployment.orderInDoubt(true);
        assertThat(withheldForGood()).isEqualTo("an order is in doubt");
    }

    @Test
    void doesNotRestartEverythingWhileAnExchangeIsDown() {
        // Nothing that was given up stands on Coinbase: it is down all the same.
        deployment.down(Foundation.COINBASE);
        for (String service : List.of("kalshi-account-sync", "kalshi-api-watchdog", "main-app", "system-monitor")) {
            deployment.instance(service).hung();
        }
        deployment.instance("trade-manager").hung();
        deployment.instance("trade-executor").hung();
        assertThat(withheldForGood()).isEqualTo("COINBASE is down");
    }

    @Test
    void doesNotRestartEverythingWhileAPersonWorksOnAPartOfIt() {
        illToTheDeepest();
        deployment.pause("main-app", new Pause("jane", deployment.now().plus(Duration.ofHours(12))));
        assertThat(withheldForGood()).isEqualTo("main-app is paused by an operator");
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

    /** Half of all, two causes deep down. */
    private void illToTheDeepest() {
        for (String service : List.of(
                "kalshi-account-sync",
                BTC,
                COORDINATOR,
                "auto-entry-supervisor",
                "trade-manager",
                "active-trade-supervisor")) {
            deployment.instance(service).hung();
        }
    }

    /** Looks every five seconds for hours; at the end everything would be restarted, but for this. */
    private String withheldForGood() {
        for (int look = 0; look < 4_000; look++) {
            assertThat(deployment.look().remedy().filter(RestartSystem.class::isInstance))
                    .isEmpty();
            deployment.pass(5);
        }
        return deployment.look().withheld().stream()
                .filter(held -> held.reason() == Reason.SYSTEM_RESTART_WITHHELD)
                .map(Withheld::detail)
                .findFirst()
                .orElse("nothing");
    }

    /** Looks every five seconds for ten hours; every small remedy is in vain. */
    private SystemTime systemRestart() {
        for (int look = 0; look < 7_200; look++) {
            Optional<Remedy> remedy = deployment.look().remedy();
            SystemTime at = deployment.now();
            deployment.pass(5);
            if (remedy.filter(RestartSystem.class::isInstance).isPresent()) {
                assertThat(remedy).contains(new RestartSystem(6));
                return at;
            }
        }
        throw new AssertionError("expected a restart of everything within ten hours, found none");
    }
}
