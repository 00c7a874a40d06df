package io.recio.localstack.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps one process running until told otherwise. Safe for use by several threads. */
public final class SupervisedProcess {

    private static final Logger LOG = Logger.getLogger(SupervisedProcess.class);

    private enum State {
        STOPPED,
        RUNNING,
        WAITING,
        STOPPING
    }

    private final Launch launch;
    private final ProcessNotes notes;
    private final ScheduledExecutorService timer;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Backoff backoff = new Backoff();

    private State state = State.STOPPED;
    private boolean wanted;
    private boolean adopted;
    private int restarts;
    private Instant since;
    private @Nullable String instance;
    private @Nullable ProcessHandle handle;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

    public SupervisedProcess(
            Launch launch,
            ProcessNotes notes,
            ScheduledExecutorService timer,
            InstantSource time,
            RandomGenerator random) {
        this.launch = launch;
        this.notes = notes;
        this.timer = timer;
        this.time = time;
        this.random = random;
        this.since = time.instant();
    }

    public Launch launch() {
        return launch;
    }

    /** Starts the process unless it runs. */
    public synchronized void start() {
        wanted = true;
        backoff.reset();
        if (state == State.STOPPED || state == State.WAITING) {
            run();
        }
    }

    /** Takes over a process that an earlier local-stack started in the same way. */
    public synchronized void adopt(ProcessNote note, ProcessHandle process) {
        wanted = true;
        adopted = true;
        restarts = note.restarts();
        instance = note.instance();
        since = note.since();
        LOG.infof("Process adopted service=%s pid=%d", launch.name(), process.pid());
        attach(process);
    }

    /** Stops the process and starts it again at once; a frozen one is ended, not thawed. */
    public synchronized void restart() {
        wanted = true;
        backoff.reset();
        switch (state) {
            case STOPPED, WAITING -> run();
            case RUNNING -> leave();
            case STOPPING -> {
                // It will start again when it has ended.
            }
        }
    }

    /** Stops the process and keeps it stopped. Completes when it has ended. */
    public synchronized CompletableFuture<Void> stop() {
        wanted = false;
        if (state == State.RUNNING) {
            leave();
        } else if (state == State.WAITING) {
            become(State.STOPPED);
        }
        return ended;
    }

    /** Ends the process at once; like any that has exited it comes back. */
    public synchronized void kill() {
        signal(Signal.KILL);
    }

    /** Stops the process in its tracks (SIGSTOP), its children too. */
    public synchronized void freeze() {
        signal(Signal.STOP);
    }

    public synchronized void thaw() {
        signal(Signal.CONT);
    }

    /** How the process stands. */
    public InstanceView view() {
        return view(false);
    }

    /** @param measured with its memory, which the kernel takes a while to add up */
    public synchronized InstanceView view(boolean measured) {
        ProcessHandle process = handle;
        if (process == null) {
            return new InstanceView(
                    launch.service(),
                    launch.name(),
                    null,
                    null,
                    word(state),
                    restarts,
                    launch.port(),
                    null,
                    since,
                    false,
                    false);
        }
        boolean frozen = state == State.RUNNING && ProcessTable.isFrozen(process.pid());
        return new InstanceView(
                launch.service(),
                launch.name(),
                instance,
                process.pid(),
                frozen ? "frozen" : word(state),
                restarts,
                launch.port(),
                measured ? memoryOf(process) : null,
                since,
                adopted,
                ProcessTable.commandOf(process.pid()).stream().anyMatch(word -> word.startsWith("-XX:AOTCache=")));
    }

    /** With its children, of which PostgreSQL has many. */
    private static @Nullable Long memoryOf(ProcessHandle process) {
        OptionalLong own = ProcessTable.memoryBytes(process.pid());
        if (own.isEmpty()) {
            return null;
        }
        return own.getAsLong()
                + process.descendants()
                        .mapToLong(
                                child -> ProcessTable.memoryBytes(child.pid()).orElse(0))
                        .sum();
    }

    private void run() {
        String id = launch.name() + "-" + String.format(Locale.ROOT, "%06x", random.nextInt(1 << 24));
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.put("RECIO_INSTANCE", id);
        ProcessBuilder builder = new ProcessBuilder(restarts == 0 ? launch.firstCommand() : launch.command())
                .directory(launch.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            instance = id;
            adopted = false;
            since = time.instant();
            LOG.infof("Process started service=%s pid=%d", launch.name(), process.pid());
            attach(process);
        } catch (IOException e) {
            LOG.errorf("Process cannot be started service=%s reason=%s", launch.name(), e.getMessage());
            waitAndRun(Duration.ZERO);
        }
    }

    private void attach(ProcessHandle process) {
        handle = process;
        ended = new CompletableFuture<>();
        state = State.RUNNING;
        ProcessStamp.of(process.pid()).ifPresent(stamp -> notes.write(noteOf(stamp)));
        process.onExit().thenRunAsync(() -> exited(process), timer);
    }

    private ProcessNote noteOf(ProcessStamp stamp) {
        return new ProcessNote(
                launch.name(), String.valueOf(instance), stamp, launch.fingerprint(), since, launch.port(), restarts);
    }

    private synchronized void exited(ProcessHandle process) {
        if (handle == null || handle.pid() != process.pid()) {
            return;
        }
        Duration ran = Duration.between(since, time.instant());
        boolean asked = state == State.STOPPING;
        CompletableFuture<Void> over = ended;
        handle = null;
        instance = null;
        notes.remove(launch.name());
        become(State.STOPPED);
        if (!wanted) {
            LOG.infof("Process stopped service=%s pid=%d", launch.name(), process.pid());
        } else if (asked) {
            restarts++;
            run();
        } else {
            LOG.warnf("Process exited service=%s pid=%d ran=%s", launch.name(), process.pid(), ran);
            waitAndRun(ran);
        }
        over.complete(null);
    }

    private void waitAndRun(Duration ran) {
        Duration pause = backoff.afterExit(ran);
        become(State.WAITING);
        restarts++;
        timer.schedule(this::runIfWaiting, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void runIfWaiting() {
        if (state == State.WAITING) {
            run();
        }
    }

    private void leave() {
        ProcessHandle process = handle;
        if (process == null) {
            return;
        }
        boolean frozen = ProcessTable.isFrozen(process.pid());
        become(State.STOPPING);
        (frozen ? Signal.KILL : launch.farewell()).send(List.of(process));
        timer.schedule(() -> endIfStill(process), launch.grace().toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void endIfStill(ProcessHandle process) {
        if (process.equals(handle)) {
            LOG.warnf("Process did not stop in time and is ended service=%s pid=%d", launch.name(), process.pid());
            Signal.KILL.send(List.of(process));
        }
    }

    private void signal(Signal signal) {
        ProcessHandle process = handle;
        if (process == null) {
            return;
        }
        LOG.infof("Signal sent service=%s pid=%d signal=%s", launch.name(), process.pid(), signal);
        signal.send(
                signal == Signal.KILL
                        ? List.of(process)
                        : Stream.concat(Stream.of(process), process.descendants())
                                .toList());
    }

    private void become(State next) {
        if (next != State.STOPPING) {
            since = time.instant();
        }
        state = next;
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
