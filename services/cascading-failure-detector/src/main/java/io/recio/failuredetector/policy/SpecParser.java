package io.recio.failuredetector.policy;

import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.Foundation;
import io.recio.domain.health.Rung;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.ServicePolicy;
import io.recio.domain.price.Symbol;
import io.recio.failuredetector.resource.CascadePolicySpec;
import io.recio.failuredetector.resource.CascadePolicySpec.Budgets;
import io.recio.failuredetector.resource.CascadePolicySpec.FunctionalFailure;
import io.recio.failuredetector.resource.CascadePolicySpec.Ladder;
import io.recio.failuredetector.resource.CascadePolicySpec.Thresholds;
import io.recio.failuredetector.resource.CascadePolicySpec.Watched;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives a specification its meaning. Throws {@code IllegalArgumentException}, naming field and range, when it has none. */
final class SpecParser {

    /** Less often by choice, more often never. */
    private static final Duration LEAST_SYSTEM_RESTART = Duration.ofHours(4);

    private final CascadePolicySpec spec;
    private final Function<List<Symbol>, DetectorPolicy> standard;

    private SpecParser(CascadePolicySpec spec, Function<List<Symbol>, DetectorPolicy> standard) {
        this.spec = spec;
        this.standard = standard;
    }

    /** @param standard what holds where the specification is silent */
    static Written parse(long generation, CascadePolicySpec spec, Function<List<Symbol>, DetectorPolicy> standard) {
        SpecParser parser = new SpecParser(spec, standard);
        // Tried now, so that nonsense is refused here and not at each look.
        parser.policy(List.of(Symbol.BTC, Symbol.ETH));
        return new Written(generation, Boolean.TRUE.equals(spec.dryRun()), parser::policy, parser.figures());
    }

    private DetectorPolicy policy(List<Symbol> symbols) {
        DetectorPolicy given = standard.apply(symbols);
        SortedMap<ServiceName, ServicePolicy> services =
                spec.services() == null || spec.services().isEmpty() ? given.services() : services(spec.services());
        Optional<Thresholds> thresholds = Optional.ofNullable(spec.thresholds());
        Optional<Budgets> budgets = Optional.ofNullable(spec.budgets());
        Optional<Ladder> ladder = Optional.ofNullable(spec.ladder());
        Duration systemRestartEvery = length(
                "budgets.systemRestartEvery", budgets.map(Budgets::systemRestartEvery), given.systemRestartEvery());
        if (systemRestartEvery.compareTo(LEAST_SYSTEM_RESTART) < 0) {
            throw new IllegalArgumentException(
                    "budgets.systemRestartEvery must be at least 4h, was " + systemRestartEvery);
        }
        return new DetectorPolicy(
                services,
                length("thresholds.heartbeatLimit", thresholds.map(Thresholds::heartbeatLimit), given.heartbeatLimit()),
                length("thresholds.patience", thresholds.map(Thresholds::patience), given.patience()),
                length("thresholds.startGrace", thresholds.map(Thresholds::startGrace), given.startGrace()),
                length("thresholds.settle", thresholds.map(Thresholds::settle), given.settle()),
                ladder.map(Ladder::backoff).map(SpecParser::backoff).orElse(given.backoff()),
                ladder.map(Ladder::steps).map(SpecParser::rungs).orElse(given.ladder()),
                length("thresholds.stableAfter", thresholds.map(Thresholds::stableAfter), given.stableAfter()),
                budgets.map(Budgets::services).orElseGet(() -> Math.max(1, services.size() / 3)),
                length("budgets.window", budgets.map(Budgets::window), given.budgetWindow()),
                systemRestartEvery,
                given.interval());
    }

    private static SortedMap<ServiceName, ServicePolicy> services(Map<String, Watched> watched) {
        TreeMap<ServiceName, ServicePolicy> services = new TreeMap<>();
        watched.forEach((text, each) -> {
            ServiceName name = new ServiceName(text);
            services.put(
                    name,
                    new ServicePolicy(
                            name,
                            list(each.dependsOn()).stream()
                                    .map(ServiceName::new)
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            list(each.standsOn()).stream()
                                    .map(foundation -> Foundation.valueOf(foundation.name()))
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            !Boolean.FALSE.equals(each.restartable()),
                            Boolean.TRUE.equals(each.critical()),
                            Boolean.TRUE.equals(each.handlesOrders())));
        });
        return services;
    }

    private Map<ServiceName, Set<String>> figures() {
        Map<ServiceName, Set<String>> figures = new HashMap<>();
        Optional.ofNullable(spec.services())
                .ifPresent(services -> services.forEach((name, each) -> {
                    Set<String> counting = Optional.ofNullable(each.functionalFailure())
                            .map(FunctionalFailure::figures)
                            .<Set<String>>map(Set::copyOf)
                            .orElse(Set.of());
                    figures.put(new ServiceName(name), counting);
                }));
        return figures;
    }

    private static List<Duration> backoff(List<String> texts) {
        return texts.stream().map(text -> Lengths.parse("ladder.backoff", text)).toList();
    }

    private static List<Rung> rungs(List<CascadePolicySpec.Step> steps) {
        return steps.stream().map(step -> Rung.valueOf(step.name())).toList();
    }

    private static Duration length(String field, Optional<String> text, Duration otherwise) {
        return text.map(given -> Lengths.parse(field, given)).orElse(otherwise);
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
