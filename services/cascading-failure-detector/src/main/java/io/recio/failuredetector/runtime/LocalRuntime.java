package io.recio.failuredetector.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.DetectorConfig;
import io.recio.storage.json.DomainJson;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** local-stack's loopback API. An instance is restarted by its own id: one that has gone is unknown there. */
@Singleton
@Typed(LocalRuntime.class)
class LocalRuntime implements ServiceRuntime {

    private static final String HOST = "127.0.0.1";
    private static final Set<String> RUNNING = Set.of("running", "frozen");

    private final DetectorConfig.LocalStack config;
    private final HttpClient http;

    LocalRuntime(DetectorConfig config) {
        this.config = config.localStack();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.config.timeout())
                .build();
    }

    @Override
    public DeployedServices services() {
        JsonNode instances = ask("GET", "/instances");
        TreeSet<ServiceName> services = new TreeSet<>();
        List<RunningInstance> running = new ArrayList<>();
        try {
            for (JsonNode each : instances) {
                ServiceName service = new ServiceName(each.path("service").asText());
                services.add(service);
                if (RUNNING.contains(each.path("state").asText()) && each.hasNonNull("instance")) {
                    running.add(new RunningInstance(
                            service,
                            each.get("instance").asText(),
                            HOST,
                            each.path("port").asInt(),
                            SystemTime.of(Instant.parse(each.path("since").asText()))));
                }
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new RuntimeUnreachable("answer of local-stack is not understood: " + e.getMessage(), e);
        }
        return new DeployedServices(services, running, Map.of());
    }

    @Override
    public void restart(ServiceName service, String instance) {
        ask("POST", "/instances/" + instance + "/restart");
    }

    @Override
    public void roll(ServiceName service) {
        List<RunningInstance> running = services().running(service);
        if (running.isEmpty()) {
            throw new RemedyRefused(service + " must run, it does not");
        }
        running.forEach(instance -> restart(service, instance.instance()));
    }

    private JsonNode ask(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(config.url().resolve(path))
                .timeout(config.timeout())
                .header("Authorization", "Bearer " + token())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = DomainJson.MAPPER.readTree(response.body());
            if (response.statusCode() >= 500 || response.statusCode() == 401) {
                throw new RuntimeUnreachable("local-stack cannot answer: " + detail(body));
            }
            if (response.statusCode() >= 400) {
                throw new RemedyRefused(detail(body));
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new RuntimeUnreachable("answer of local-stack is not understood: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new RuntimeUnreachable("local-stack does not answer at " + config.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeUnreachable("asking local-stack was interrupted", e);
        }
    }

    private static String detail(JsonNode problem) {
        return problem.path("detail").asText("no reason given");
    }

    /** Read anew each time: a new stack on the same data directory keeps it, another one does not. */
    private String token() {
        Path file = config.tokenFile()
                .orElseThrow(() -> new RuntimeUnreachable("token file of local-stack must be set, was not"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new RuntimeUnreachable("token of local-stack must be readable, was not: " + file, e);
        }
    }
}
