package io.recio.localstack.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The simulator's admin API: faults, the account and its ledger. */
public final class SimulatorAdmin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    public SimulatorAdmin(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** The ledger as it stands, JSON. */
    public String ledger() {
        return send("GET", "/admin/kalshi/ledger", "");
    }

    public void openAnew(String dollars) {
        send("DELETE", "/admin/kalshi/account?dollars=" + dollars, "");
    }

    /** @param fault see the simulator's README */
    public void arm(String name, Map<String, Object> fault) {
        try {
            send("PUT", "/admin/faults/" + name, JSON.writeValueAsString(fault));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of numbers and words must be JSON", e);
        }
    }

    /** How many requests or frames each armed fault has struck, by its name. */
    public Map<String, Long> struck() {
        try {
            Map<String, Long> struck = new HashMap<>();
            JSON.readTree(send("GET", "/admin/faults", ""))
                    .forEach(fault -> struck.put(
                            fault.path("name").asText(), fault.path("struck").asLong()));
            return struck;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the simulator's faults must be JSON", e);
        }
    }

    public void disarm(String name) {
        send("DELETE", "/admin/faults/" + name, "");
    }

    public void clearFaults() {
        send("DELETE", "/admin/faults", "");
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "simulator answered " + answer.statusCode() + " to " + path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("simulator does not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asking the simulator was interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
