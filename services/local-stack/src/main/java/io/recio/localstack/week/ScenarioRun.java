package io.recio.localstack.week;

import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.DetectorHistory;
import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.DetectorRules;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.Withheld;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One hour, look by look. */
final class ScenarioRun {

    static final DetectorPolicy POLICY = DetectorPolicy.standard(List.of(Symbol.BTC, Symbol.ETH));

    /**
     * What became of a scenario.
     *
     * @param broken rules, with the time; empty is right
     * @param healing seconds from a fault that a restart mends to working again, by kind
     * @param unhealed such faults of services that are still ill, each explained
     */
    record Outcome(
            Scenario scenario,
            int looks,
            int restarts,
            int withheld,
            List<String> broken,
            Map<FaultKind, List<Long>> healing,
            int unhealed) {}

    private final Scenario scenario;
    private final House house;
    private final Judge judge;
    private final Map<ServiceName, Fault> ill = new TreeMap<>();
    private final Map<FaultKind, List<Long>> healing = new EnumMap<>(FaultKind.class);
    private int looks;
    private int withheld;

    private ScenarioRun(long seed) {
        this.scenario = Scenario.of(seed, POLICY);
        this.house = new House(POLICY, scenario);
        this.judge = new Judge(POLICY, house);
    }

    static Outcome of(long seed) {
        return new ScenarioRun(seed).run();
    }

    private Outcome run() {
        DetectorHistory history = DetectorHistory.NONE;
        SystemTime end = Scenario.START.plus(Scenario.LENGTH);
        DetectorDecision decision = DetectorRules.reconcile(house.observe(), POLICY, history);
        while (house.now().isBefore(end)) {
            SystemTime soonest = house.now().plus(Duration.ofSeconds(1));
            house.passUntil(decision.lookAgainAt().isAfter(soonest) ? decision.lookAgainAt() : soonest);
            decision = DetectorRules.reconcile(house.observe(), POLICY, history);
            history = decision.history();
            looks++;
            withheld += decision.withheld().size();
            follow();
            judge.judge(decision);
            decision.remedy().ifPresent(house::remedy);
        }
        return new Outcome(scenario, looks, judge.restarts(), withheld, broken(decision), healing, ill.size());
    }

    /** Notes who fell ill of itself, and who works again. */
    private void follow() {
        for (ServiceName service : POLICY.services().keySet()) {
            Fault before = ill.get(service);
            if (before == null && house.isIll(service)) {
                scenario.faults().stream()
                        .filter(fault -> fault.kind().isMendedByRestart()
                                && fault.service().filter(service::equals).isPresent()
                                && !fault.from().isAfter(house.now()))
                        .max((one, other) -> one.from().compareTo(other.from()))
                        .ifPresent(fault -> ill.put(service, fault));
            } else if (before != null && !house.isIll(service)) {
                ill.remove(service);
                healing.computeIfAbsent(before.kind(), kind -> new ArrayList<>())
                        .add(before.from().until(house.now()).toSeconds());
            }
        }
    }

    /** At the end whoever is still ill is so for a reason that is told. */
    private List<String> broken(DetectorDecision last) {
        List<String> broken = new ArrayList<>(judge.broken());
        ill.keySet().stream()
                .filter(service ->
                        last.withheld().stream().map(Withheld::service).noneMatch(service::equals))
                .filter(service -> last.history().inFlight().isEmpty())
                .forEach(service -> broken.add(house.now() + " " + service + " is left ill without a word"));
        return broken;
    }
}
