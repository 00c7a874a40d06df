package io.recio.localstack.week;

import io.recio.domain.health.Condition;
import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.Foundation;
import io.recio.domain.health.Remedy;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.ServicePolicy;
import io.recio.domain.health.Withheld;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Holds each decision against what is really so. Remembers the scenario's restarts. */
final class Judge {

    private final DetectorPolicy policy;
    private final House house;
    private final Map<ServiceName, List<SystemTime>> restarts = new TreeMap<>();
    private final List<SystemTime> systemRestarts = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private Optional<SystemTime> lastRemedy = Optional.empty();
    private Set<ServiceName> lastSubjects = new TreeSet<>();

    Judge(DetectorPolicy policy, House house) {
        this.policy = policy;
        this.house = house;
    }

    /** What was wrong so far; empty is right. */
    List<String> broken() {
        return broken;
    }

    int restarts() {
        return restarts.values().stream().mapToInt(List::size).sum();
    }

    /** Before the remedy is carried out. */
    void judge(DetectorDecision decision) {
        explained(decision);
        if (lastSubjects.stream().allMatch(house::isWorking)) {
            lastRemedy = Optional.empty();
        }
        decision.remedy().ifPresent(remedy -> {
            switch (remedy) {
                case Remedy.RestartInstance restart -> restarted(restart.service(), Optional.of(restart.instance()));
                case Remedy.RollService roll -> restarted(roll.service(), Optional.empty());
                case Remedy.RestartSystem restart -> systemRestarted();
            }
            lastRemedy = Optional.of(house.now());
        });
    }

    private void explained(DetectorDecision decision) {
        Set<ServiceName> told =
                decision.withheld().stream().map(Withheld::service).collect(Collectors.toSet());
        decision.remedy().ifPresent(remedy -> {
            switch (remedy) {
                case Remedy.RestartInstance restart -> told.add(restart.service());
                case Remedy.RollService roll -> told.add(roll.service());
                case Remedy.RestartSystem restart ->
                    told.addAll(policy.services().keySet());
            }
        });
        decision.conditions().forEach((service, condition) -> {
            boolean faulty = condition.state() == Condition.State.UNWELL
                    || condition.state() == Condition.State.DEGRADED
                    || condition.state() == Condition.State.ABSENT;
            expect(!faulty || told.contains(service), () -> service + " is " + condition + " and nothing explains it");
        });
        decision.withheld().forEach(held -> expect(!held.detail().isBlank(), () -> held + " names nothing"));
    }

    private void restarted(ServiceName service, Optional<String> instance) {
        expect(house.isIll(service), () -> service + " is restarted, but is only a victim");
        for (Foundation foundation : foundations(service)) {
            expect(house.seemsUp(foundation), () -> service + " is restarted while " + foundation + " is away");
        }
        for (ServiceName dependency : dependencies(service)) {
            expect(
                    house.isWorking(dependency),
                    () -> service + " is restarted while " + dependency + " gives no results");
        }
        expect(house.pause(service).isEmpty(), () -> service + " is restarted although a person works on it");
        boolean mayAct = instance.map(name -> house.mayAct(service, name)).orElse(true);
        expect(
                !policy(service).handlesOrders() || !house.isOrderInDoubt() || !mayAct,
                () -> service + " is restarted while an order is in doubt");
        oneAtATime();
        backedOff(service);
        restarts.computeIfAbsent(service, name -> new ArrayList<>()).add(house.now());
        lastSubjects = Set.of(service);
        SystemTime from = house.now().minus(policy.budgetWindow());
        long lately = restarts.values().stream()
                .filter(times -> times.stream().anyMatch(time -> time.isAfter(from)))
                .count();
        expect(
                lately <= policy.services().size() / 3,
                () -> lately + " services restarted within " + policy.budgetWindow());
    }

    private void systemRestarted() {
        for (Foundation foundation : Foundation.values()) {
            expect(house.seemsUp(foundation), () -> "everything is restarted while " + foundation + " is away");
        }
        expect(!house.isOrderInDoubt(), () -> "everything is restarted while an order is in doubt");
        expect(
                policy.services().keySet().stream()
                        .allMatch(service -> house.pause(service).isEmpty()),
                () -> "everything is restarted although a person works on a part of it");
        systemRestarts.stream()
                .max(SystemTime::compareTo)
                .ifPresent(last -> expect(
                        last.until(house.now()).compareTo(Duration.ofHours(4)) >= 0,
                        () -> "everything is restarted again after " + last.until(house.now())));
        oneAtATime();
        systemRestarts.add(house.now());
        restarts.clear();
        lastSubjects = Set.copyOf(policy.services().keySet());
    }

    /** The one before has had its effect, or its time. */
    private void oneAtATime() {
        boolean over = lastRemedy
                .map(last -> last.until(house.now()).compareTo(policy.startGrace()) >= 0)
                .orElse(true);
        expect(over, () -> "a second remedy begins while the first is in flight");
    }

    private void backedOff(ServiceName service) {
        List<SystemTime> before = restarts.getOrDefault(service, List.of());
        if (before.isEmpty()) {
            return;
        }
        Duration since = before.getLast().until(house.now());
        boolean anew = since.compareTo(policy.stableAfter()) >= 0;
        long inRow = before.stream()
                .filter(time -> time.until(house.now()).compareTo(Duration.ofMinutes(35)) < 0)
                .count();
        expect(
                anew || since.compareTo(Duration.ofMinutes(1)) >= 0,
                () -> service + " is restarted again after " + since);
        expect(inRow < policy.backoff().size(), () -> service + " is restarted " + (inRow + 1) + " times in 35 min");
    }

    private Set<Foundation> foundations(ServiceName service) {
        EnumSet<Foundation> all = EnumSet.of(Foundation.RUNTIME);
        all.addAll(policy(service).standsOn());
        dependencies(service)
                .forEach(dependency -> all.addAll(policy(dependency).standsOn()));
        return all;
    }

    private Set<ServiceName> dependencies(ServiceName service) {
        Set<ServiceName> all = new TreeSet<>();
        for (ServiceName dependency : policy(service).dependsOn()) {
            all.add(dependency);
            all.addAll(dependencies(dependency));
        }
        return all;
    }

    private ServicePolicy policy(ServiceName service) {
        return Optional.ofNullable(policy.services().get(service)).orElseThrow();
    }

    private void expect(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            broken.add(house.now() + " " + otherwise.get());
        }
    }
}
