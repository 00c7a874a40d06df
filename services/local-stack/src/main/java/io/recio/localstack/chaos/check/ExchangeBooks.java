package io.recio.localstack.chaos.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The simulator's ledger of the account, as {@code GET /admin/kalshi/ledger} gives it.
 *
 * @param consistent whether its self-check found all records fitting together
 */
public record ExchangeBooks(
        Map<Integer, BigDecimal> cashByShard,
        List<Order> orders,
        List<Holding> positions,
        List<Movement> movements,
        List<Payout> settlements,
        boolean consistent,
        List<String> differences) {

    /** @param createdAt business time at which it reached the exchange */
    public record Order(
            String clientOrderId, BigDecimal filledCount, String ticker, Instant createdAt, List<Execution> fills) {}

    public record Execution(String tradeId, BigDecimal yesPriceDollars, BigDecimal count, BigDecimal feeDollars) {}

    /** @param count negative is no */
    public record Holding(String ticker, BigDecimal count, boolean settled) {}

    public record Movement(String kind, BigDecimal amountDollars) {}

    public record Payout(String ticker, BigDecimal heldYes, BigDecimal heldNo) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws IOException when it is no ledger */
    public static ExchangeBooks read(String ledger) throws IOException {
        return JSON.readValue(ledger, ExchangeBooks.class);
    }

    BigDecimal cash() {
        return cashByShard.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What came in or went out other than by trading. */
    BigDecimal deposits() {
        return movements.stream()
                .filter(movement -> movement.kind().equals("deposit"))
                .map(Movement::amountDollars)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
