package io.recio.kalshi.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Payloads about our own account. The items of its lists are read one by one, each as the record of its name. */
public final class WirePortfolio {

    private WirePortfolio() {}

    public record Balance(
            Long balance,
            String balanceDollars,
            Long portfolioValue,
            Long updatedTs,
            List<IndexedBalance> balanceBreakdown) {}

    public record IndexedBalance(Integer exchangeIndex, String balance) {}

    public record PositionPage(List<JsonNode> marketPositions, String cursor) {}

    public record Position(
            String ticker,
            String positionFp,
            String totalTradedDollars,
            String marketExposureDollars,
            String realizedPnlDollars,
            String feesPaidDollars,
            String lastUpdatedTs,
            Integer exchangeIndex) {}

    public record OrderPage(List<JsonNode> orders, String cursor) {}

    public record OrderAnswer(Order order) {}

    /** A page of orders, read for whose they are. */
    public record OwnerPage(List<Owner> orders) {}

    public record Owner(String userId) {}

    public record Order(
            String orderId,
            String clientOrderId,
            String ticker,
            String side,
            String action,
            String outcomeSide,
            String bookSide,
            String status,
            String yesPriceDollars,
            String initialCountFp,
            String fillCountFp,
            String remainingCountFp,
            String takerFillCostDollars,
            String makerFillCostDollars,
            String takerFeesDollars,
            String makerFeesDollars,
            String expirationTime,
            String createdTime,
            String lastUpdateTime,
            String orderGroupId,
            Integer exchangeIndex) {}

    public record TransferPage(List<Transfer> transfers, String cursor) {}

    public record Transfer(
            String transferId,
            Integer sourceExchangeShard,
            Integer destinationExchangeShard,
            String amount,
            String status,
            Long createdTs) {}

    public record FillPage(List<JsonNode> fills, String cursor) {}

    public record Fill(
            String fillId,
            String tradeId,
            String orderId,
            String clientOrderId,
            String ticker,
            String marketTicker,
            String side,
            String action,
            String outcomeSide,
            String bookSide,
            String countFp,
            String yesPriceDollars,
            Boolean isTaker,
            String feeCost,
            String createdTime,
            Long ts) {}

    public record SettlementPage(List<JsonNode> settlements, String cursor) {}

    public record Settlement(
            String ticker,
            String eventTicker,
            String marketResult,
            String yesCountFp,
            String yesTotalCostDollars,
            String noCountFp,
            String noTotalCostDollars,
            Long revenue,
            String settledTime,
            String feeCost,
            Long value) {}
}
