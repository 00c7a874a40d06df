package io.recio.kalshi.wire;

import java.util.List;

/** Requests that change something, and their answers. */
public final class WireOrders {

    private WireOrders() {}

    /** POST /portfolio/events/orders; the price is always the yes price. */
    public record Create(
            String ticker,
            String clientOrderId,
            String side,
            String count,
            String price,
            String timeInForce,
            String selfTradePreventionType,
            Long expirationTime,
            Boolean postOnly,
            Boolean reduceOnly,
            Boolean cancelOrderOnPause,
            String orderGroupId,
            Integer exchangeIndex) {}

    public record Created(
            String orderId,
            String clientOrderId,
            String fillCount,
            String remainingCount,
            String averageFillPrice,
            String averageFeePaid,
            Long tsMs) {}

    public record Cancelled(String orderId, String clientOrderId, String reducedBy, Long tsMs, BatchError error) {}

    public record BatchError(String code, String message, String details) {}

    public record Decrease(String reduceBy, String reduceTo, Integer exchangeIndex, String marketTicker) {}

    public record Amend(
            String ticker,
            String side,
            String price,
            String count,
            String clientOrderId,
            String updatedClientOrderId,
            Long expirationTime,
            Integer exchangeIndex) {}

    /** Answer to decrease and amend. */
    public record Changed(String orderId, String clientOrderId, String remainingCount, String fillCount, Long tsMs) {}

    public record BatchCancel(List<CancelEntry> orders) {}

    public record CancelEntry(String orderId, String marketTicker, Integer exchangeIndex) {}

    public record BatchCancelled(List<Cancelled> orders) {}

    public record CreateGroup(String contractsLimitFp, Integer exchangeIndex) {}

    public record GroupCreated(String orderGroupId, Integer exchangeIndex) {}

    public record GroupLimit(String contractsLimitFp) {}

    public record Groups(List<Group> orderGroups) {}

    public record Group(String id, String contractsLimitFp, Boolean isAutoCancelEnabled, Integer exchangeIndex) {}

    public record GroupAnswer(
            Boolean isAutoCancelEnabled, String contractsLimitFp, List<String> orders, Integer exchangeIndex) {}

    /** POST /portfolio/intra_exchange_instance_transfer; the amount is in hundredths of a cent. */
    public record Transfer(
            String source,
            String destination,
            Long amount,
            Integer sourceExchangeShard,
            Integer destinationExchangeShard,
            String clientTransferId) {}

    public record Transferred(String transferId) {}

    /** Body of the calls that take or give nothing. */
    public record Empty() {}
}
