package io.recio.localstack.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Switches the simulator's faults. */
public final class SimulatorFaults {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final int port;

    public SimulatorFaults(int port) {
        this.port = port;
    }

    /** @param rule as JSON; see the simulator's README */
    public void put(String name, String rule) throws IOException, InterruptedException {
        send(request(name)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(rule))
                .build());
    }

    public void remove(String name) throws IOException, InterruptedException {
        send(request(name).DELETE().build());
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/faults/" + name))
                .timeout(TIMEOUT);
    }

    private static void send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException("the simulator refused a fault: " + answer.statusCode() + " " + answer.body());
            }
        }
    }
}
