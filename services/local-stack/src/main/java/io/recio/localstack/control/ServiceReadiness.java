package io.recio.localstack.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a service says of itself at {@code /q/health/ready}.
 *
 * @param role active, standby, or empty for a process without a lease
 * @param freshness each figure with its age, such as {@code table 0.1 s}; late ones say so; of a standby nobody judges it
 */
public record ServiceReadiness(boolean ready, String role, String freshness) {

    /** It does not answer. */
    public static final ServiceReadiness SILENT = new ServiceReadiness(false, "", "");

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String FIGURE = "freshness.";
    private static final String STANDBY = "standby";
    private static final String LATE = " LATE";
    private static final String NEVER = " never";
    private static final JsonMapper JSON = new JsonMapper();

    /** Ready, and every figure in time. */
    public boolean works() {
        return ready && !freshness.contains(LATE) && !freshness.contains(NEVER);
    }

    /** Asks the service on that port of 127.0.0.1. */
    public static ServiceReadiness ask(HttpClient http, int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return read(response.statusCode() == 200, response.body());
        } catch (IOException e) {
            return SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SILENT;
        }
    }

    static ServiceReadiness read(boolean ready, String body) {
        try {
            for (JsonNode check : JSON.readTree(body).path("checks")) {
                if (check.path("name").asText().equals("functional")) {
                    JsonNode facts = check.path("data");
                    String role = facts.path("state").asText("");
                    return new ServiceReadiness(ready, role, role.equals(STANDBY) ? "" : figures(facts));
                }
            }
            return new ServiceReadiness(ready, "", "");
        } catch (IOException e) {
            return new ServiceReadiness(ready, "", "");
        }
    }

    private static String figures(JsonNode facts) throws IOException {
        List<String> figures = new ArrayList<>();
        for (var fact : facts.properties()) {
            if (fact.getKey().startsWith(FIGURE)) {
                JsonNode figure = JSON.readTree(fact.getValue().asText());
                String age = figure.path("ageMs").isNumber()
                        ? String.format(
                                Locale.ROOT, " %.1f s", figure.path("ageMs").asLong() / 1000.0)
                        : NEVER;
                figures.add(fact.getKey().substring(FIGURE.length())
                        + age
                        + (figure.path("ok").asBoolean(true) ? "" : LATE));
            }
        }
        return String.join(", ", figures);
    }
}
