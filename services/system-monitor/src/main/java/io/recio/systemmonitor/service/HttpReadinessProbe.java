package io.recio.systemmonitor.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.json.DomainJson;
import io.recio.systemmonitor.MonitorConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP, each instance on a virtual thread of its own. */
@Singleton
class HttpReadinessProbe implements ReadinessProbe {

    private final Duration timeout;
    private final HttpClient http;

    HttpReadinessProbe(MonitorConfig config) {
        this.timeout = config.probeTimeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Map<String, Readiness> ask(List<Beat> instances) {
        Map<String, Future<Readiness>> asked = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Beat instance : instances) {
                asked.put(instance.instance(), threads.submit(() -> ask(instance)));
            }
        }
        Map<String, Readiness> answers = new HashMap<>();
        asked.forEach((instance, future) ->
                answers.put(instance, future.state() == Future.State.SUCCESS ? future.resultNow() : Readiness.SILENT));
        return answers;
    }

    private Readiness ask(Beat beat) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + beat.host() + ":" + beat.port() + "/q/health/ready"))
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<String>> response =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return meaning(answer.statusCode(), answer.body(), beat.instance());
        } catch (ExecutionException | TimeoutException e) {
            response.cancel(true);
            return Readiness.SILENT;
        }
    }

    static Readiness meaning(int status, String body, String instance) {
        try {
            for (JsonNode check : DomainJson.MAPPER.readTree(body).path("checks")) {
                JsonNode answering = check.path("data").path("instance");
                if (answering.isTextual() && !answering.asText().equals(instance)) {
                    return Readiness.REPLACED;
                }
            }
        } catch (JsonProcessingException e) {
            return Readiness.NOT_READY;
        }
        return status == 200 ? Readiness.READY : Readiness.NOT_READY;
    }
}
