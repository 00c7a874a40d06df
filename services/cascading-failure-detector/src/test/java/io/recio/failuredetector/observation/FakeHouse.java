package io.recio.failuredetector.observation;

import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.Pause;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.observation.DatabaseReading.Beat;
import io.recio.failuredetector.observation.DatabaseReading.ExchangeWord;
import io.recio.failuredetector.observation.DatabaseReading.Lease;
import io.recio.failuredetector.policy.PolicySource;
import io.recio.failuredetector.runtime.DeployedServices;
import io.recio.failuredetector.runtime.RemedyRefused;
import io.recio.failuredetector.runtime.RunningInstance;
import io.recio.failuredetector.runtime.RuntimeUnreachable;
import io.recio.failuredetector.runtime.ServiceRuntime;
import io.recio.fixtures.FixedClock;
import io.recio.storage.DatabaseUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Twelve services on one machine, well since an hour, that a test makes ill. */
public final class FakeHouse implements ServiceRuntime {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final List<String> SERVICES = List.of(
            "symbol-price-watchdog-btc",
            "symbol-price-watchdog-eth",
            "kalshi-api-watchdog",
            "kalshi-account-sync",
            "unified-production-coordinator",
            "auto-entry-supervisor",
            "trade-manager",
            "trade-executor",
            "active-trade-supervisor",
            "main-app",
            "cascading-failure-detector",
            "system-monitor");

    /** One service and its one instance. */
    public static final class FakeService {
        private final ServiceName name;
        private String instance;
        private SystemTime startedAt = SystemTime.of(NOON.minus(Duration.ofHours(1)));
        private boolean running = true;
        private boolean frozen;
        private boolean staysIll;
        private long workDone;
        private SystemTime beatAt = startedAt;
        private final TreeMap<String, Boolean> figures = new TreeMap<>();

        private FakeService(String name) {
            this.name = new ServiceName(name);
            this.instance = name + "-0";
        }

        /** It runs, but gives no correct result: the figure is late. */
        public FakeService stuck(String figure) {
            figures.put(figure, false);
            return this;
        }

        /** No restart helps. */
        public FakeService forGood() {
            staysIll = true;
            return this;
        }

        public void recovered() {
            figures.replaceAll((figure, ok) -> true);
            frozen = false;
        }

        /** SIGSTOP. */
        public void freeze() {
            frozen = true;
        }

        public void exit() {
            running = false;
        }

        private boolean isIll() {
            return figures.containsValue(false);
        }
    }

    public final FixedClock clock = new FixedClock(NOON, NOON);
    /** Every restart, as service and second of the test. */
    public final List<String> restarts = new ArrayList<>();

    public final Map<ServiceName, Pause> pauses = new HashMap<>();
    public boolean databaseUp = true;
    public boolean runtimeUp = true;
    public boolean orderInDoubt;
    public boolean kalshiReachable = true;
    public Duration commit = Duration.ofMillis(3);
    private final Map<String, FakeService> services = new TreeMap<>();
    private int started;

    public FakeHouse() {
        SERVICES.forEach(name -> services.put(name, new FakeService(name)));
        services.values().stream()
                .filter(service -> Foundations.isPriceWatchdog(service.name))
                .forEach(service -> service.figures.put("tick", true));
    }

    public FakeService service(String name) {
        FakeService service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("service must be one of " + services.keySet() + ", was " + name);
        }
        return service;
    }

    public String instance(String name) {
        return service(name).instance;
    }

    public List<String> names() {
        return SERVICES;
    }

    public Observer observer(DetectorConfig config, PolicySource policy) {
        return observer(this, config, policy);
    }

    /** Whose instances run elsewhere, under the names they have here. */
    public Observer observer(ServiceRuntime runtime, DetectorConfig config, PolicySource policy) {
        return new Observer(runtime, this::answers, this::read, policy, config, clock);
    }

    @Override
    public DeployedServices services() {
        if (!runtimeUp) {
            throw new RuntimeUnreachable("down on purpose");
        }
        TreeSet<ServiceName> names = new TreeSet<>();
        List<RunningInstance> running = new ArrayList<>();
        for (FakeService service : services.values()) {
            names.add(service.name);
            if (service.running) {
                running.add(new RunningInstance(service.name, service.instance, "localhost", 1, service.startedAt));
            }
        }
        return new DeployedServices(names, running, pauses);
    }

    @Override
    public void restart(ServiceName name, String instance) {
        FakeService service = service(name.value());
        if (!runtimeUp) {
            throw new RuntimeUnreachable("down on purpose");
        }
        if (!service.instance.equals(instance)) {
            throw new RemedyRefused("instance must run, was " + instance);
        }
        restarts.add(name + " " + Duration.between(NOON, clock.now().instant()).toSeconds());
        service.instance = name + "-r" + ++started;
        service.startedAt = clock.now();
        service.beatAt = clock.now();
        service.workDone = 0;
        if (!service.staysIll) {
            service.recovered();
        }
    }

    @Override
    public void roll(ServiceName name) {
        restart(name, service(name.value()).instance);
    }

    private Map<String, HealthAnswer> answers(List<RunningInstance> instances) {
        Map<String, HealthAnswer> answers = new HashMap<>();
        for (RunningInstance running : instances) {
            FakeService service = service(running.service().value());
            if (!service.frozen) {
                service.workDone += service.isIll() ? 0 : 1;
                service.beatAt = clock.now();
                answers.put(
                        service.instance,
                        new HealthAnswer(
                                service.instance,
                                Role.ACTIVE,
                                1,
                                !service.isIll(),
                                service.workDone,
                                new TreeMap<>(service.figures)));
            }
        }
        return answers;
    }

    private DatabaseReading read() {
        if (!databaseUp) {
            throw new DatabaseUnavailable("down on purpose", new IllegalStateException());
        }
        Map<String, Beat> beats = new HashMap<>();
        Map<ServiceName, Lease> leases = new HashMap<>();
        for (FakeService service : services.values()) {
            beats.put(
                    service.instance,
                    new Beat(
                            Role.ACTIVE,
                            1,
                            service.startedAt,
                            service.beatAt.until(clock.now()),
                            !service.isIll(),
                            service.workDone));
            leases.put(service.name, new Lease(service.instance, 1, service.frozen || !service.running));
        }
        return new DatabaseReading(
                commit,
                beats,
                leases,
                Optional.of(new ExchangeWord(kalshiReachable, true, Duration.ofSeconds(1))),
                orderInDoubt);
    }
}
