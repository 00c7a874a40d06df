package io.recio.localstack.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the benches ask of the simulator: ticks, trades, when orders came. */
final class SimulatorTape implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatorTape(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /**
     * When injected ticks went out and orders arrived.
     *
     * @param nanosNow monotonic clock of the simulator at its answer
     * @param now the same moment by the clock all processes share
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Latencies(long nanosNow, Instant now, List<Tick> ticks, List<Order> orders) {

        Instant at(long nanos) {
            return now.minusNanos(nanosNow - nanos);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tick(String symbol, BigDecimal priceDollars, long nanos) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(String clientOrderId, long nanos) {}

    /** @param newest of the page, by trade number */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Trade(long trade_id, Instant time, BigDecimal price) {}

    void tick(String product, BigDecimal price) throws IOException, InterruptedException {
        send(request("/admin/ticks")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("product", product, "price", price.toPlainString()))))
                .build());
    }

    void forgetLatencies() throws IOException, InterruptedException {
        send(request("/admin/latencies").DELETE().build());
    }

    Latencies latencies() throws IOException, InterruptedException {
        return JSON.readValue(send(request("/admin/latencies").build()), Latencies.class);
    }

    /** The trade printed last. */
    BigDecimal price(String product) throws IOException, InterruptedException {
        return trades(product, 1, null).getFirst().price();
    }

    /** @param after only trades with smaller numbers; null for the newest */
    List<Trade> trades(String product, int limit, @Nullable Long after) throws IOException, InterruptedException {
        String query = "?limit=" + limit + (after == null ? "" : "&after=" + after);
        String body = send(
                request("/coinbase/products/" + product + "/trades" + query).build());
        return List.of(JSON.readValue(body, Trade[].class));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "simulator answered " + answer.statusCode() + " to " + request.uri() + ": " + answer.body());
        }
        return answer.body();
    }
}
