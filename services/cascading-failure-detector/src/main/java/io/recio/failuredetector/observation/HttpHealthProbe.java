package io.recio.failuredetector.observation;

import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.runtime.RunningInstance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code GET /q/health/ready}, each on a virtual thread of its own. A 503 is an answer too. */
@Singleton
class HttpHealthProbe implements HealthProbe {

    private static final String PATH = "/q/health/ready";

    private final Duration timeout;
    private final HttpClient http;

    HttpHealthProbe(DetectorConfig config) {
        this.timeout = config.probeTimeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Map<String, HealthAnswer> ask(List<RunningInstance> instances) {
        Map<String, Future<Optional<HealthAnswer>>> asked = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (RunningInstance instance : instances) {
                asked.put(instance.instance(), threads.submit(() -> ask(instance)));
            }
        }
        Map<String, HealthAnswer> answers = new HashMap<>();
        asked.forEach((instance, future) -> {
            if (future.state() == Future.State.SUCCESS) {
                future.resultNow()
                        .filter(answer -> answer.instance().equals(instance))
                        .ifPresent(answer -> answers.put(instance, answer));
            }
        });
        return answers;
    }

    private Optional<HealthAnswer> ask(RunningInstance instance) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + instance.host() + ":" + instance.port() + PATH))
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<String>> response =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return HealthAnswerParser.parse(
                    response.get(timeout.toMillis(), TimeUnit.MILLISECONDS).body());
        } catch (ExecutionException | TimeoutException e) {
            response.cancel(true);
            return Optional.empty();
        }
    }
}
