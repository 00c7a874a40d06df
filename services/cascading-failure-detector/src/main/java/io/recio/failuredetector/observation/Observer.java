package io.recio.failuredetector.observation;

import io.recio.domain.health.Foundation;
import io.recio.domain.health.InstanceObservation;
import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.Mandate;
import io.recio.domain.health.Observed;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.ServiceObservation;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.observation.DatabaseReading.Beat;
import io.recio.failuredetector.observation.DatabaseReading.Lease;
import io.recio.failuredetector.policy.PolicySource;
import io.recio.failuredetector.runtime.DeployedServices;
import io.recio.failuredetector.runtime.RunningInstance;
import io.recio.failuredetector.runtime.RuntimeUnreachable;
import io.recio.failuredetector.runtime.ServiceRuntime;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at everything from the detector's own thread, and remembers what each instance last said. */
@Singleton
public class Observer {

    private static final Logger LOG = Logger.getLogger(Observer.class);

    private final ServiceRuntime runtime;
    private final HealthProbe health;
    private final DatabaseProbe database;
    private final Foundations foundations;
    private final PolicySource policy;
    private final SystemClock clock;
    private final Map<String, InstanceObservation> known = new HashMap<>();

    Observer(
            ServiceRuntime runtime,
            HealthProbe health,
            DatabaseProbe database,
            PolicySource policy,
            DetectorConfig config,
            SystemClock clock) {
        this.runtime = runtime;
        this.health = health;
        this.database = database;
        this.foundations = new Foundations(config);
        this.policy = policy;
        this.clock = clock;
    }

    public Look look() {
        Optional<DeployedServices> services = list();
        List<RunningInstance> running = services.map(DeployedServices::running).orElse(List.of());
        Map<String, HealthAnswer> answers = health.ask(running);
        Optional<DatabaseReading> reading = read();
        SortedMap<Foundation, String> down = foundations.down(reading, services, answers);
        EnumSet<Foundation> up = EnumSet.allOf(Foundation.class);
        up.removeAll(down.keySet());
        Observed observed = new Observed(
                clock.now(),
                new TreeSet<>(up),
                observe(services, answers, reading),
                reading.map(DatabaseReading::orderInDoubt).orElse(true),
                policy.isDryRun() ? Mandate.DRY_RUN : Mandate.ACT);
        return new Look(observed, down, services, late(running, answers), holders(reading));
    }

    private Optional<DeployedServices> list() {
        try {
            DeployedServices fresh = runtime.services();
            known.keySet()
                    .retainAll(fresh.running().stream()
                            .map(RunningInstance::instance)
                            .toList());
            return Optional.of(fresh);
        } catch (RuntimeUnreachable e) {
            LOG.debugf("Runtime does not answer reason=%s", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<DatabaseReading> read() {
        try {
            return Optional.of(database.read());
        } catch (RuntimeException e) {
            // Whatever it is, a schema not yet there included: we cannot rely on the database.
            LOG.debugf("Database cannot be read reason=%s", e.getMessage());
            return Optional.empty();
        }
    }

    private SortedMap<ServiceName, ServiceObservation> observe(
            Optional<DeployedServices> services, Map<String, HealthAnswer> answers, Optional<DatabaseReading> reading) {
        TreeMap<ServiceName, ServiceObservation> observed = new TreeMap<>();
        Map<ServiceName, Lease> leases = reading.map(DatabaseReading::leases).orElse(Map.of());
        Map<String, Beat> beats = reading.map(DatabaseReading::beats).orElse(Map.of());
        services.ifPresent(deployed -> deployed.services().forEach(service -> {
            Lease lease = leases.get(service);
            List<InstanceObservation> instances = new ArrayList<>();
            for (RunningInstance instance : deployed.running(service)) {
                InstanceObservation seen =
                        observe(instance, answers.get(instance.instance()), beats.get(instance.instance()), lease);
                known.put(instance.instance(), seen);
                instances.add(seen);
            }
            observed.put(
                    service,
                    new ServiceObservation(
                            service,
                            instances,
                            Optional.ofNullable(lease)
                                    .map(held -> new ServiceObservation.Lease(held.holder(), held.expired())),
                            Optional.ofNullable(deployed.pauses().get(service))));
        }));
        return observed;
    }

    private InstanceObservation observe(
            RunningInstance instance, @Nullable HealthAnswer answer, @Nullable Beat beat, @Nullable Lease lease) {
        InstanceObservation before = known.get(instance.instance());
        SystemTime now = clock.now();
        if (answer != null) {
            return new InstanceObservation(
                    instance.instance(),
                    answer.role(),
                    answer.epoch(),
                    instance.startedAt(),
                    Optional.of(now),
                    policy.isFunctional(instance.service(), answer.figures(), answer.functional()),
                    Math.max(answer.workDone(), before == null ? 0 : before.workDone()));
        }
        Optional<SystemTime> beatAt = Stream.concat(
                        Stream.ofNullable(beat).map(seen -> now.minus(seen.age())),
                        Stream.ofNullable(before).flatMap(seen -> seen.heartbeatAt().stream()))
                .max(SystemTime::compareTo);
        return new InstanceObservation(
                instance.instance(),
                silentRole(instance.instance(), beat, lease, before),
                beat != null ? beat.epoch() : before == null ? 0 : before.epoch(),
                instance.startedAt(),
                beatAt,
                beat != null ? beat.functional() : before != null && before.functional(),
                Math.max(beat == null ? 0 : beat.workDone(), before == null ? 0 : before.workDone()));
    }

    /** Of one that does not answer: the lease knows best, an expired one still names who held it last. */
    private static Role silentRole(
            String instance, @Nullable Beat beat, @Nullable Lease lease, @Nullable InstanceObservation before) {
        if (lease != null) {
            return lease.holder().equals(instance) ? Role.ACTIVE : Role.STANDBY;
        }
        if (beat != null) {
            return beat.role();
        }
        return before == null ? Role.STANDBY : before.role();
    }

    private static SortedMap<ServiceName, List<String>> late(
            List<RunningInstance> running, Map<String, HealthAnswer> answers) {
        TreeMap<ServiceName, List<String>> late = new TreeMap<>();
        for (RunningInstance instance : running) {
            HealthAnswer answer = answers.get(instance.instance());
            if (answer != null
                    && answer.role() == Role.ACTIVE
                    && answer.figures().containsValue(false)) {
                late.put(
                        instance.service(),
                        answer.figures().entrySet().stream()
                                .filter(figure -> !figure.getValue())
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }
        return late;
    }

    private static Map<ServiceName, String> holders(Optional<DatabaseReading> reading) {
        Map<ServiceName, String> holders = new HashMap<>();
        reading.ifPresent(read -> read.leases().forEach((service, lease) -> holders.put(service, lease.holder())));
        return holders;
    }
}
