package io.recio.localstack.chaos.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our tables as they stand after a run. Money in dollars, quantities in contracts. */
public record OurBooks(
        List<Request> requests,
        List<Trade> trades,
        List<Intent> intents,
        List<Event> events,
        List<Fill> fills,
        List<Attached> attached,
        BigDecimal balance) {

    public record Request(String id, String kind, String state) {}

    /** @param pnl null while it has not ended */
    public record Trade(
            String id,
            String ticker,
            String side,
            String status,
            BigDecimal filled,
            BigDecimal closed,
            BigDecimal fees,
            @Nullable BigDecimal pnl) {

        boolean yes() {
            return side.equals("YES");
        }
    }

    /**
     * @param status of the order: EXECUTED, CANCELED, REJECTED, ABSENT, CANCELLED_UNSENT, or one that is not final; null
     *     when nobody has touched it
     */
    public record Intent(
            String clientOrderId,
            String tradeId,
            String purpose,
            String ticker,
            BigDecimal quantity,
            String state,
            @Nullable String status,
            BigDecimal filled) {}

    /** An event of an order, with the epoch it was recorded under and the database's time. */
    public record Event(String clientOrderId, int seq, String type, long epoch, Instant recordedAt) {}

    public record Fill(
            String id, @Nullable String clientOrderId, BigDecimal yesPrice, BigDecimal quantity, BigDecimal fee) {}

    /** @param tradeId null when it belongs to nobody */
    public record Attached(String fillId, @Nullable String tradeId) {}
}
