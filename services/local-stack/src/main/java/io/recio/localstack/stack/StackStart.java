package io.recio.localstack.stack;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.postgres.DatabasePreparation;
import io.recio.localstack.postgres.DatabaseRelay;
import io.recio.localstack.postgres.DatabaseServer;
import io.recio.localstack.postgres.PostgresBinaries;
import io.recio.localstack.postgres.PostgresCluster;
import io.recio.localstack.postgres.PostmasterFile;
import io.recio.localstack.process.Launch;
import io.recio.localstack.process.LogRotation;
import io.recio.localstack.process.ProcessNote;
import io.recio.localstack.process.ProcessNotes;
import io.recio.localstack.process.ProcessStamp;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Brings a stack up, one step after the other. Starting is recovering: what an earlier local-stack left running is taken
 * over when it was started with the same options, and ended otherwise.
 */
public final class StackStart {

    private static final Duration SERVER_PATIENCE = Duration.ofMinutes(2);
    private static final long LOG_LIMIT_BYTES = 16L * 1024 * 1024;

    private final StackOptions options;
    private final DataDirectory data;
    private final Home home;
    private final Progress progress;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets;
    private final ProcessNotes notes;
    private final ScheduledExecutorService timer;

    private Leftovers leftovers = new Leftovers(List.of(), Optional.empty());
    private Optional<SupervisedProcess> postgres = Optional.empty();
    private final Map<ServiceSpec, SupervisedProcess> processes = new LinkedHashMap<>();
    private final Map<String, DatabaseRelay> relays = new LinkedHashMap<>();

    public StackStart(StackOptions options, Home home, Progress progress, InstantSource time) {
        this.options = options;
        this.data = new DataDirectory(options.data());
        this.home = home;
        this.progress = progress;
        this.time = time;
        this.secrets = new Secrets(data.secrets(), random);
        this.notes = new ProcessNotes(data.run());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("supervision").daemon().factory());
    }

    /**
     * Starts everything. When it returns the processes run; whether they are ready is another question.
     *
     * @throws Refused when it cannot be done; what had been started by then is stopped again
     */
    public Stack start() {
        data.prepared();
        StackLock lock = StackLock.take(data);
        try {
            return startLocked(lock::release);
        } catch (RuntimeException e) {
            processes.values().forEach(process -> process.stop().join());
            postgres.ifPresent(server -> server.stop().join());
            relays.values().forEach(DatabaseRelay::close);
            timer.shutdownNow();
            lock.release();
            throw e;
        }
    }

    private Stack startLocked(Runnable release) {
        Optional<StackNote> previous = StackNote.of(data);
        Optional<StackNote> continued = takeStock(previous);
        Ports ports = continued.map(StackNote::ports).orElseGet(this::choosePorts);
        requireFreePorts(ports);
        DatabaseServer server = startDatabase(ports);
        DatabasePreparation database = prepareDatabase(server);
        ClockAnchor clock = continued
                .filter(note -> !leftovers.processes().isEmpty())
                .map(StackNote::clock)
                .orElseGet(() -> writeRows(database, previous));
        StackNote note = new StackNote(ProcessStamp.ofThisProcess(), options, ports, clock);
        note.write(data);
        Path workshop = home.workshop().resolve("aot");
        AotCaches caches = new AotCaches(workshop);
        layRelays(server);
        List<String> notBuilt = startServices(new LaunchPlan(
                options, ports, data, home, secrets, server, clock, new JavaCommand(workshop, caches), relays));
        return new Stack(
                note,
                postgres,
                processes,
                relays,
                notBuilt,
                database,
                new LogRotation(data.logs(), LOG_LIMIT_BYTES),
                timer,
                caches,
                release);
    }

    /** Ends what cannot be gone on with; gives the stack to go on with, if any. */
    private Optional<StackNote> takeStock(Optional<StackNote> previous) {
        leftovers = Leftovers.of(data);
        boolean same = previous.filter(note -> note.options().equals(options)).isPresent();
        if (!leftovers.isEmpty() && !same) {
            leftovers.end(progress);
            leftovers = Leftovers.of(data);
        }
        return leftovers.isEmpty() ? Optional.empty() : previous;
    }

    private Ports choosePorts() {
        return options.freePorts() ? Ports.free(options.shape()) : Ports.usual(options.shape());
    }

    private void requireFreePorts(Ports ports) {
        Set<String> wanted = new HashSet<>(ports.byName().keySet());
        leftovers.processes().forEach(note -> wanted.remove(note.name()));
        if (leftovers.postgres().isPresent() || options.databaseUrl() != null) {
            wanted.remove(Ports.POSTGRES);
        }
        if (!Exchanges.simulatorServes(options.mode())) {
            wanted.remove(ServiceSpec.SIMULATOR.name());
        }
        ports.requireFree(wanted);
    }

    private DatabaseServer startDatabase(Ports ports) {
        String url = options.databaseUrl();
        if (url != null) {
            return DatabaseServer.at(url);
        }
        PostgresCluster cluster =
                new PostgresCluster(data.postgres(), PostgresBinaries.unpackedIn(home.workshop()), secrets);
        if (cluster.prepare()) {
            progress.step("Made the database in " + cluster.directory());
        }
        clearStrangersFile();
        int port = ports.of(Ports.POSTGRES);
        SupervisedProcess server = supervised(LaunchPlan.postgres(data, cluster.serverCommand(port), port));
        postgres = Optional.of(server);
        if (!adoptedPostgres(server)) {
            server.start();
        }
        return DatabaseServer.embedded(port, cluster.adminPassword());
    }

    private void clearStrangersFile() {
        try {
            if (PostmasterFile.removeIfStranger(data.postgres())) {
                progress.step("Removed a postmaster.pid whose number belongs to another program now");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("stale postmaster.pid cannot be removed", e);
        }
    }

    /** PostgreSQL that still runs serves on when it was started in the same way. */
    private boolean adoptedPostgres(SupervisedProcess server) {
        Optional<ProcessStamp> running = leftovers.postgres();
        if (running.isEmpty()) {
            return false;
        }
        Optional<ProcessNote> noted = notes.alive().stream()
                .filter(note -> note.process().equals(running.get()))
                .filter(note -> note.fingerprint().equals(server.launch().fingerprint()))
                .findFirst();
        if (noted.isEmpty()) {
            Leftovers.endPostgres(running.get(), progress);
            return false;
        }
        noted.get().process().handle().ifPresent(handle -> server.adopt(noted.get(), handle));
        progress.step("Took over PostgreSQL (pid " + running.get().pid() + ") from a local-stack that had gone");
        return true;
    }

    private DatabasePreparation prepareDatabase(DatabaseServer server) {
        long began = System.nanoTime();
        DatabasePreparation database = new DatabasePreparation(server, secrets);
        database.awaitServer(
                SERVER_PATIENCE,
                () -> postgres.map(process -> process.view().restarts() < 2).orElse(true));
        progress.step("PostgreSQL answers at " + server.url() + seconds(began));
        database.createDatabase();
        long migrating = System.nanoTime();
        int applied = database.migrate();
        progress.step("Database has this release's schema, " + applied + " migrations applied" + seconds(migrating));
        return database;
    }

    private ClockAnchor writeRows(DatabasePreparation database, Optional<StackNote> previous) {
        try (Connection connection = database.admin()) {
            InstallationRows rows = new InstallationRows(connection);
            rows.install(options.mode(), options.account(), random);
            Timeline.Source last = previous.map(StackNote::options)
                    .map(old -> new Timeline.Source(old.prices(), old.seed()))
                    .orElse(null);
            ClockAnchor clock =
                    Timeline.anchor(options, last, rows.newestBusinessTime(), PriceSpan.of(options, home), now());
            rows.anchor(clock);
            progress.step("Business time starts at " + clock.business() + ", speed " + clock.speed());
            return clock;
        } catch (SQLException e) {
            throw new Refused("first rows cannot be written: " + e.getMessage(), e);
        }
    }

    private void layRelays(DatabaseServer server) {
        if (options.shape().relayed()) {
            options.shape().services().forEach(spec -> relays.put(spec.name(), DatabaseRelay.to(server.port())));
        }
    }

    private List<String> startServices(LaunchPlan plan) {
        List<ServiceSpec> specs = new ArrayList<>(options.shape().services());
        if (Exchanges.simulatorServes(options.mode())) {
            specs.addFirst(ServiceSpec.SIMULATOR);
        }
        List<String> notBuilt = new ArrayList<>();
        for (ServiceSpec spec : specs) {
            plan.of(spec).ifPresentOrElse(launch -> start(spec, launch), () -> notBuilt.add(spec.name()));
        }
        progress.step(processes.size() + " processes run; waiting until they are ready");
        return notBuilt;
    }

    private void start(ServiceSpec spec, Launch launch) {
        SupervisedProcess process = supervised(launch);
        processes.put(spec, process);
        boolean adopted = false;
        for (ProcessNote left : leftovers.of(spec.name())) {
            Optional<ProcessHandle> handle = left.process().handle();
            if (!adopted && handle.isPresent() && left.fingerprint().equals(launch.fingerprint())) {
                process.adopt(left, handle.get());
                adopted = true;
                progress.step("Took over " + spec.name() + " (pid "
                        + left.process().pid() + ") from a local-stack that had gone");
            } else {
                Leftovers.end(left, progress);
            }
        }
        process.start();
    }

    private SupervisedProcess supervised(Launch launch) {
        return new SupervisedProcess(launch, notes, timer, time, random);
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String seconds(long began) {
        return String.format(Locale.ROOT, " (%.1f s)", (System.nanoTime() - began) / 1e9);
    }
}
