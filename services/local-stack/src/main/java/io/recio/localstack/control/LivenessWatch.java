package io.recio.localstack.control;

import io.recio.localstack.process.SupervisedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What a kubelet's liveness probe does, for the one process that nobody else watches: the failure detector. An instance
 * that had answered and then misses several probes in a row is killed, and starts again as whatever has exited.
 */
final class LivenessWatch {

    private static final Logger LOG = Logger.getLogger(LivenessWatch.class);

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MISSES_ALLOWED = 3;

    private final Supplier<Optional<String>> running;
    private final BooleanSupplier answers;
    private final Runnable end;

    private Optional<String> instance = Optional.empty();
    private boolean hasAnswered;
    private int misses;

    /**
     * @param running which instance runs now, if any
     * @param answers whether it answers its liveness probe
     * @param end ends it at once
     */
    LivenessWatch(Supplier<Optional<String>> running, BooleanSupplier answers, Runnable end) {
        this.running = running;
        this.answers = answers;
        this.end = end;
    }

    static LivenessWatch of(SupervisedProcess process, HttpClient http) {
        return new LivenessWatch(
                () -> Optional.ofNullable(process.view().instance()),
                () -> isAlive(http, process.launch().port()),
                process::kill);
    }

    /** One probe. */
    void look() {
        Optional<String> now = running.get();
        if (!now.equals(instance)) {
            instance = now;
            hasAnswered = false;
            misses = 0;
        }
        if (now.isEmpty()) {
            return;
        }
        if (answers.getAsBoolean()) {
            hasAnswered = true;
            misses = 0;
        } else if (hasAnswered && ++misses > MISSES_ALLOWED) {
            LOG.warnf("Process does not answer and is ended instance=%s misses=%d", now.get(), misses);
            end.run();
            misses = 0;
        }
    }

    /** Asks {@code /q/health/live} on that port of 127.0.0.1. */
    private static boolean isAlive(HttpClient http, int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/live"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
