package io.recio.failuredetector.policy;

import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.ServiceName;
import io.recio.domain.price.Symbol;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.resource.CascadePolicySpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The settings' policy until a {@code CascadePolicy} is read, that one from then on. */
@Singleton
public class PolicyInForce implements PolicySource {

    private static final Logger LOG = Logger.getLogger(PolicyInForce.class);

    /**
     * The word on the newest specification that was read.
     *
     * @param refused why it is not in force; absent when it is
     */
    public record Verdict(long generation, Optional<String> refused) {}

    private final DetectorConfig config;
    private volatile Optional<Written> written = Optional.empty();
    private volatile Optional<Verdict> verdict = Optional.empty();

    public PolicyInForce(DetectorConfig config) {
        this.config = config;
    }

    /** Reads a specification: it holds from the next look on, or is refused and nothing changes. */
    public synchronized Verdict read(long generation, CascadePolicySpec spec) {
        Optional<Verdict> before = verdict.filter(known -> known.generation() == generation);
        if (before.isPresent()) {
            return before.get();
        }
        Verdict now;
        try {
            written = Optional.of(SpecParser.parse(generation, spec, this::standard));
            now = new Verdict(generation, Optional.empty());
            LOG.infof("Policy in force generation=%d dryRun=%s", generation, isDryRun());
        } catch (IllegalArgumentException e) {
            now = new Verdict(generation, Optional.of(String.valueOf(e.getMessage())));
            LOG.errorf("Policy refused, the last good one holds generation=%d reason='%s'", generation, e.getMessage());
        }
        verdict = Optional.of(now);
        return now;
    }

    /** Absent while none was read. */
    public Optional<Verdict> verdict() {
        return verdict;
    }

    @Override
    public DetectorPolicy policy(List<Symbol> symbols) {
        return written.map(each -> each.policy().apply(symbols)).orElseGet(() -> standard(symbols));
    }

    @Override
    public boolean isDryRun() {
        return config.watchOnly() || written.map(Written::dryRun).orElse(false);
    }

    @Override
    public boolean isFunctional(ServiceName service, Map<String, Boolean> figures, boolean itself) {
        Set<String> counting = written.map(each -> each.figures().getOrDefault(service, Set.of()))
                .orElse(Set.of());
        return counting.isEmpty() ? itself : counting.stream().allMatch(figure -> figures.getOrDefault(figure, itself));
    }

    private DetectorPolicy standard(List<Symbol> symbols) {
        DetectorPolicy standard = DetectorPolicy.standard(symbols);
        DetectorConfig.Policy numbers = config.policy();
        return new DetectorPolicy(
                standard.services(),
                numbers.heartbeatLimit(),
                numbers.patience(),
                numbers.startGrace(),
                numbers.settle(),
                standard.backoff(),
                standard.ladder(),
                standard.stableAfter(),
                standard.budget(),
                standard.budgetWindow(),
                standard.systemRestartEvery(),
                standard.interval());
    }
}
