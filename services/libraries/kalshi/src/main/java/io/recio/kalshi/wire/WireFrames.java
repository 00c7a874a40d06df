package io.recio.kalshi.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** The {@code msg} part of the WebSocket's frames. */
public final class WireFrames {

    private WireFrames() {}

    public record Subscribed(String channel, Long sid) {}

    public record CommandError(Integer code, String msg, String marketTicker) {}

    /** A side without orders is left out. */
    public record BookSnapshot(String marketTicker, List<List<String>> yesDollarsFp, List<List<String>> noDollarsFp) {}

    public record BookDelta(
            String marketTicker, String priceDollars, String deltaFp, String side, String ts, Long tsMs) {}

    public record Ticker(
            String marketTicker,
            String priceDollars,
            String yesBidDollars,
            String yesAskDollars,
            String yesBidSizeFp,
            String yesAskSizeFp,
            String volumeFp,
            String openInterestFp,
            Long ts,
            Long tsMs) {}

    public record Trade(
            String tradeId,
            String marketTicker,
            String yesPriceDollars,
            String countFp,
            String takerSide,
            String takerOutcomeSide,
            String takerBookSide,
            Boolean isBlockTrade,
            Long ts,
            Long tsMs) {}

    public record Fill(
            String tradeId,
            String orderId,
            String clientOrderId,
            String marketTicker,
            Integer exchangeIndex,
            Boolean isTaker,
            String side,
            String action,
            String purchasedSide,
            String outcomeSide,
            String bookSide,
            String yesPriceDollars,
            String countFp,
            String feeCost,
            String postPositionFp,
            Long ts,
            Long tsMs) {}

    public record UserOrder(
            String orderId,
            String clientOrderId,
            String ticker,
            String status,
            String side,
            String action,
            String outcomeSide,
            String bookSide,
            String yesPriceDollars,
            String initialCountFp,
            String fillCountFp,
            String remainingCountFp,
            String takerFillCostDollars,
            String makerFillCostDollars,
            String takerFeesDollars,
            String makerFeesDollars,
            String orderGroupId,
            String createdTime,
            Long createdTsMs,
            String lastUpdateTime,
            Long lastUpdatedTsMs,
            String expirationTime,
            Long expirationTsMs,
            String lastUpdateReason,
            Integer exchangeIndex) {}

    public record Position(
            String marketTicker,
            String positionFp,
            String positionCostDollars,
            String realizedPnlDollars,
            String feesPaidDollars) {}

    public record Lifecycle(
            String marketTicker,
            String eventType,
            String result,
            Long openTs,
            Long closeTs,
            Long determinationTs,
            Long settledTs,
            String settlementValue) {}

    public record EventLifecycle(
            String eventTicker, String seriesTicker, String title, String subtitle, Integer exchangeIndex) {}

    public record EventFee(String eventTicker, String feeTypeOverride, BigDecimal feeMultiplierOverride) {}

    public record GroupUpdate(String eventType, String orderGroupId, String contractsLimitFp, Long tsMs) {}

    /** {@code data} is the index provider's frame, JSON inside text. */
    public record IndexValue(
            String indexId,
            Long receivedAt,
            String data,
            @JsonProperty("avg_60s_data") IndexAverage avg60sData,
            @JsonProperty("last_60s_windowed_average_15min") IndexAverage last60sWindowedAverage15min) {}

    public record IndexAverage(String value, Integer windowSize, Long windowStartTsMs, Long windowEndTsExclusive) {}
}
