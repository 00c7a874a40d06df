package io.recio.localstack.control;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.stack.ControlToken;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.Stack;
import io.recio.localstack.stack.StackOptions;
import io.recio.localstack.stack.StackStart;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A stack that runs inside this process, with its control API. Closing it stops everything in order. */
public final class StackSession implements AutoCloseable {

    private static final long LONGEST_STOP_SECONDS = 90;

    private final Stack stack;
    private final ControlServer control;
    private final Progress progress;
    private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("liveness").daemon().factory());
    private final CountDownLatch endAsked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile boolean signalled;

    private StackSession(Stack stack, StackOptions options, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        String token =
                new Secrets(new DataDirectory(options.data()).secrets(), new SecureRandom()).secret(ControlToken.NAME);
        this.control = new ControlServer(stack, stack.note().ports().of(Ports.CONTROL), token, this::askForEnd);
        HttpClient http = HttpClient.newHttpClient();
        stack.find(ServiceSpec.DETECTOR)
                .map(process -> LivenessWatch.of(process, http))
                .ifPresent(watch -> probes.scheduleWithFixedDelay(
                        watch::look,
                        LivenessWatch.INTERVAL.toMillis(),
                        LivenessWatch.INTERVAL.toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    /** Starts the stack; returns when its processes run, ready or not. */
    public static StackSession open(StackOptions options, Home home, Progress progress) {
        Stack stack = new StackStart(options, home, progress, InstantSource.system()).start();
        try {
            return new StackSession(stack, options, progress);
        } catch (RuntimeException e) {
            stack.stop(progress);
            throw e;
        }
    }

    public Stack stack() {
        return stack;
    }

    /** @return the names of processes that were not ready within the limit, or kept exiting */
    public List<String> awaitReady(Duration limit) {
        return new ReadinessWait(progress).await(stack::instances, limit);
    }

    /** Asks {@link #awaitEnd} to return. */
    public void askForEnd() {
        endAsked.countDown();
    }

    /** Whether somebody has asked for the end. */
    public boolean isEndAsked() {
        return endAsked.getCount() == 0;
    }

    /** Waits until somebody asks for the end through the API or {@link #askForEnd}. */
    public void awaitEnd() throws InterruptedException {
        endAsked.await();
    }

    /** Makes a signal to this process (Ctrl-C, SIGTERM) ask for the end and wait until everything has stopped. */
    public void endOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            signalled = true;
            askForEnd();
            try {
                closed.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Makes a signal to this process stop everything, whatever its own thread is doing. */
    public void closeOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            signalled = true;
            close();
        }));
    }

    /** Repeating it does nothing. */
    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        probes.shutdownNow();
        stack.stop(progress);
        control.close();
        if (!signalled) {
            stack.makeCaches(progress);
        }
        closed.countDown();
    }
}
