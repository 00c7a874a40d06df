package io.recio.localstack.stack;

import io.recio.localstack.postgres.DatabasePreparation;
import io.recio.localstack.postgres.DatabaseRelay;
import io.recio.localstack.process.InstanceView;
import io.recio.localstack.process.LogRotation;
import io.recio.localstack.process.SupervisedProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running stack. Obtained from {@link StackStart}; stopped by {@link #stop}. */
public final class Stack {

    private static final long LOG_SWEEP_SECONDS = 5;

    private final StackNote note;
    private final Optional<SupervisedProcess> postgres;
    private final Map<ServiceSpec, SupervisedProcess> processes;
    private final Map<String, DatabaseRelay> relays;
    private final List<String> notBuilt;
    private final DatabasePreparation database;
    private final ScheduledExecutorService timer;
    private final AotCaches caches;
    private final Runnable release;

    private boolean stopped;

    Stack(
            StackNote note,
            Optional<SupervisedProcess> postgres,
            Map<ServiceSpec, SupervisedProcess> processes,
            Map<String, DatabaseRelay> relays,
            List<String> notBuilt,
            DatabasePreparation database,
            LogRotation logs,
            ScheduledExecutorService timer,
            AotCaches caches,
            Runnable release) {
        this.note = note;
        this.postgres = postgres;
        this.processes = Collections.unmodifiableMap(new LinkedHashMap<>(processes));
        this.relays = Map.copyOf(relays);
        this.notBuilt = List.copyOf(notBuilt);
        this.database = database;
        this.timer = timer;
        this.caches = caches;
        this.release = release;
        timer.scheduleWithFixedDelay(logs::sweep, LOG_SWEEP_SECONDS, LOG_SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Options, ports and clock. */
    public StackNote note() {
        return note;
    }

    /** For questions to the database as its administrator. */
    public DatabasePreparation database() {
        return database;
    }

    /** Where the database is, without any password. */
    public String databaseUrl() {
        return database.server().url();
    }

    /** Services that could not be started because their module has not been built. */
    public List<String> notBuilt() {
        return notBuilt;
    }

    /** Every process, in order of dependence. */
    public List<InstanceView> instances() {
        return instances(false);
    }

    /** @param measured with the memory of each, which takes a second or more in all */
    public List<InstanceView> instances(boolean measured) {
        return all().stream().map(process -> process.view(measured)).toList();
    }

    /**
     * The process of that name, {@code postgres} and {@code exchange-simulator} included, or the one that runs under that
     * instance id.
     */
    public Optional<SupervisedProcess> find(String name) {
        return all().stream()
                .filter(process -> process.launch().name().equals(name)
                        || name.equals(process.view().instance()))
                .findFirst();
    }

    /** The relay between the process of that name and the database, in a relayed stack. */
    public Optional<DatabaseRelay> relay(String name) {
        return Optional.ofNullable(relays.get(name));
    }

    /** Stops everything: dependants first, each stage together, PostgreSQL last. Repeating it does nothing. */
    public synchronized void stop(Progress progress) {
        if (stopped) {
            return;
        }
        stopped = true;
        relays.values().forEach(DatabaseRelay::mend);
        byStage().descendingMap().values().forEach(stage -> stop(stage, progress));
        postgres.ifPresent(server -> stop(List.of(server), progress));
        relays.values().forEach(DatabaseRelay::close);
        timer.shutdownNow();
        release.run();
    }

    /** Makes AOT caches of what the stopped processes recorded. */
    public void makeCaches(Progress progress) {
        Set<String> steady = processes.entrySet().stream()
                .filter(entry -> entry.getValue().view().restarts() == 0)
                .map(entry -> entry.getKey().module())
                .collect(Collectors.toSet());
        caches.make(steady, progress);
    }

    private static void stop(List<SupervisedProcess> stage, Progress progress) {
        CompletableFuture.allOf(stage.stream().map(SupervisedProcess::stop).toArray(CompletableFuture[]::new))
                .join();
        stage.forEach(process -> progress.step("Stopped " + process.launch().name()));
    }

    private TreeMap<Integer, List<SupervisedProcess>> byStage() {
        TreeMap<Integer, List<SupervisedProcess>> stages = new TreeMap<>();
        processes.forEach((spec, process) ->
                stages.computeIfAbsent(spec.stage(), stage -> new ArrayList<>()).add(process));
        return stages;
    }

    private List<SupervisedProcess> all() {
        List<SupervisedProcess> all = new ArrayList<>(postgres.stream().toList());
        byStage().values().forEach(all::addAll);
        return all;
    }
}
