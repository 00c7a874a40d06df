package io.recio.localstack.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The simulator's own books of our account.
 *
 * @param consistent whether its self-check found all records fitting together
 */
record ExchangeLedger(
        Map<Integer, BigDecimal> cashByShard,
        List<Order> orders,
        List<Holding> positions,
        List<Movement> movements,
        boolean consistent,
        List<String> differences) {

    record Order(String clientOrderId, BigDecimal initialCount, BigDecimal filledCount, List<Execution> fills) {}

    record Execution(String tradeId, BigDecimal yesPriceDollars, BigDecimal count, BigDecimal feeDollars) {}

    record Holding(String ticker, BigDecimal count, boolean settled) {}

    record Movement(String kind, BigDecimal amountDollars) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static ExchangeLedger read(int simulatorPort) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + simulatorPort + "/admin/kalshi/ledger"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("simulator's ledger answered " + answer.statusCode());
            }
            return MAPPER.readValue(answer.body(), ExchangeLedger.class);
        }
    }

    List<Execution> fills() {
        return orders.stream().flatMap(order -> order.fills().stream()).toList();
    }

    BigDecimal cash() {
        return cashByShard.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What trading and settlement have added to the cash, fees taken off. */
    BigDecimal earned() {
        return movements.stream()
                .filter(movement ->
                        movement.kind().equals("fill") || movement.kind().equals("settlement"))
                .map(Movement::amountDollars)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
