package io.recio.kalshi.parser;

import static io.recio.kalshi.parser.Fields.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.money.Decimals;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.Fill;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.IndexValue;
import io.recio.kalshi.model.PublicTrade;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.model.SocketMessage.GroupStep;
import io.recio.kalshi.model.SocketMessage.LifecycleStep;
import io.recio.kalshi.wire.Json;
import io.recio.kalshi.wire.WireExchange;
import io.recio.kalshi.wire.WireFrames;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code msg} of a WebSocket frame to a message or a change of a book. */
public final class FrameParser {

    private FrameParser() {}

    /**
     * The message of every type that stands for itself; empty for types we do not know. Books are read by
     * {@link #snapshot} and {@link #delta}.
     *
     * @throws UnreadableAnswer when the type is known and the content is not as specified
     */
    public static Optional<SocketMessage> message(String type, JsonNode msg) {
        return switch (type) {
            case "ticker" -> Optional.of(ticker(Json.read(msg, WireFrames.Ticker.class)));
            case "trade" -> Optional.of(trade(Json.read(msg, WireFrames.Trade.class)));
            case "fill" -> Optional.of(fill(Json.read(msg, WireFrames.Fill.class)));
            case "user_order" -> Optional.of(order(Json.read(msg, WireFrames.UserOrder.class)));
            case "market_position" -> Optional.of(position(Json.read(msg, WireFrames.Position.class)));
            case "market_lifecycle_v2" -> Optional.of(lifecycle(Json.read(msg, WireFrames.Lifecycle.class)));
            case "event_lifecycle" -> Optional.of(event(Json.read(msg, WireFrames.EventLifecycle.class)));
            case "event_fee_update" -> Optional.of(fees(Json.read(msg, WireFrames.EventFee.class)));
            case "order_group_updates" -> Optional.of(group(Json.read(msg, WireFrames.GroupUpdate.class)));
            case "cfbenchmarks_value" -> Optional.of(index(Json.read(msg, WireFrames.IndexValue.class)));
            default -> Optional.empty();
        };
    }

    public static BookSnapshot snapshot(JsonNode msg) {
        WireFrames.BookSnapshot wire = Json.read(msg, WireFrames.BookSnapshot.class);
        return new BookSnapshot(
                Fields.ticker(wire.marketTicker()), BookParser.of(wire.yesDollarsFp(), wire.noDollarsFp()));
    }

    public static BookDelta delta(JsonNode msg) {
        WireFrames.BookDelta wire = Json.read(msg, WireFrames.BookDelta.class);
        return new BookDelta(
                Fields.ticker(wire.marketTicker()),
                Sides.ofOutcome(wire.side())
                        .orElseThrow(() -> new UnreadableAnswer("expected side yes or no, found " + wire.side())),
                Fields.price("price_dollars", wire.priceDollars()),
                Fields.parsed("delta_fp", wire.deltaFp(), text -> Decimals.parse("delta", text, Quantity.SCALE)),
                Fields.optionalUnix(wire.tsMs()).or(() -> Fields.optionalTime("ts", wire.ts())));
    }

    private static SocketMessage ticker(WireFrames.Ticker wire) {
        return new SocketMessage.TickerUpdate(
                Fields.ticker(wire.marketTicker()),
                Fields.optional("price_dollars", wire.priceDollars(), Price::of)
                        .filter(price -> price.isAbove(Price.ZERO)),
                BookParser.top(wire.yesBidDollars(), wire.yesBidSizeFp(), wire.yesAskDollars(), wire.yesAskSizeFp()),
                Fields.quantityOrZero("volume_fp", wire.volumeFp()),
                Fields.quantityOrZero("open_interest_fp", wire.openInterestFp()),
                time(wire.tsMs(), wire.ts()));
    }

    private static SocketMessage trade(WireFrames.Trade wire) {
        return new SocketMessage.TradeReported(new PublicTrade(
                required("trade_id", wire.tradeId()),
                Fields.ticker(wire.marketTicker()),
                Fields.price("yes_price_dollars", wire.yesPriceDollars()),
                Fields.quantity("count_fp", wire.countFp()),
                Sides.bought(wire.takerOutcomeSide(), wire.takerBookSide(), "buy", wire.takerSide()),
                Boolean.TRUE.equals(wire.isBlockTrade()),
                time(wire.tsMs(), wire.ts())));
    }

    private static SocketMessage fill(WireFrames.Fill wire) {
        Fill fill = new Fill(
                PortfolioParser.fillId(wire.tradeId()),
                PortfolioParser.orderId(wire.orderId()),
                Fields.clientOrderId(wire.clientOrderId()),
                Fields.ticker(wire.marketTicker()),
                Sides.bought(wire.outcomeSide(), wire.bookSide(), wire.action(), wire.side())
                        .orElseThrow(() -> new UnreadableAnswer("expected the side of the fill, found none")),
                Fields.price("yes_price_dollars", wire.yesPriceDollars()),
                Fields.quantity("count_fp", wire.countFp()),
                Fields.money("fee_cost", wire.feeCost()),
                required("is_taker", wire.isTaker()),
                time(wire.tsMs(), wire.ts()));
        return new SocketMessage.FillReported(
                fill,
                Fields.text(wire.postPositionFp()).map(text -> Fields.position("post_position_fp", text)),
                Optional.ofNullable(wire.exchangeIndex()));
    }

    private static SocketMessage order(WireFrames.UserOrder wire) {
        return new SocketMessage.OrderUpdated(new AccountOrder(
                PortfolioParser.orderId(wire.orderId()),
                Fields.clientOrderId(wire.clientOrderId()),
                Fields.ticker(wire.ticker()),
                Sides.bought(wire.outcomeSide(), wire.bookSide(), wire.action(), wire.side()),
                PortfolioParser.state(wire.status()),
                Fields.optional("yes_price_dollars", wire.yesPriceDollars(), Price::of),
                Fields.quantity("initial_count_fp", wire.initialCountFp()),
                Fields.quantity("fill_count_fp", wire.fillCountFp()),
                Fields.quantity("remaining_count_fp", wire.remainingCountFp()),
                PortfolioParser.sum("fill cost", wire.takerFillCostDollars(), wire.makerFillCostDollars()),
                PortfolioParser.sum("fees", wire.takerFeesDollars(), wire.makerFeesDollars()),
                Fields.text(wire.orderGroupId()).map(OrderGroupId::new),
                Optional.ofNullable(wire.exchangeIndex()),
                precise(wire.createdTsMs(), "created_time", wire.createdTime()),
                precise(wire.lastUpdatedTsMs(), "last_update_time", wire.lastUpdateTime()),
                precise(wire.expirationTsMs(), "expiration_time", wire.expirationTime()),
                Fields.text(wire.lastUpdateReason())));
    }

    private static SocketMessage position(WireFrames.Position wire) {
        return new SocketMessage.PositionUpdated(
                Fields.ticker(wire.marketTicker()),
                Fields.position("position_fp", wire.positionFp()),
                Fields.moneyOrZero("position_cost_dollars", wire.positionCostDollars()),
                Fields.moneyOrZero("realized_pnl_dollars", wire.realizedPnlDollars()),
                Fields.moneyOrZero("fees_paid_dollars", wire.feesPaidDollars()));
    }

    private static SocketMessage lifecycle(WireFrames.Lifecycle wire) {
        return new SocketMessage.LifecycleChanged(
                Fields.ticker(wire.marketTicker()),
                step(LifecycleStep.class, wire.eventType(), LifecycleStep.UNKNOWN),
                MarketParser.result(wire.result()),
                Fields.optional("settlement_value", wire.settlementValue(), Price::of),
                Fields.optionalUnix(wire.openTs()),
                Fields.optionalUnix(wire.closeTs()),
                Fields.optionalUnix(wire.determinationTs()),
                Fields.optionalUnix(wire.settledTs()));
    }

    private static SocketMessage event(WireFrames.EventLifecycle wire) {
        return new SocketMessage.EventListed(
                Fields.parsed("event_ticker", wire.eventTicker(), EventTicker::new),
                Fields.parsed("series_ticker", wire.seriesTicker(), SeriesTicker::new),
                Fields.text(wire.title()).orElse(""),
                Optional.ofNullable(wire.exchangeIndex()));
    }

    private static SocketMessage fees(WireFrames.EventFee wire) {
        return new SocketMessage.EventFeesChanged(
                Fields.parsed("event_ticker", wire.eventTicker(), EventTicker::new),
                MarketParser.fees(wire.feeTypeOverride(), wire.feeMultiplierOverride()));
    }

    private static SocketMessage group(WireFrames.GroupUpdate wire) {
        return new SocketMessage.OrderGroupUpdated(
                Fields.parsed("order_group_id", wire.orderGroupId(), OrderGroupId::new),
                step(GroupStep.class, wire.eventType(), GroupStep.UNKNOWN),
                Fields.optional("contracts_limit_fp", wire.contractsLimitFp(), Quantity::of),
                Fields.unix(required("ts_ms", wire.tsMs())));
    }

    /** The provider's own frame holds value and time; ours adds the averages. */
    private static SocketMessage index(WireFrames.IndexValue wire) {
        WireExchange.IndexPoint point = Json.read(required("data", wire.data()), WireExchange.IndexPoint.class);
        return new SocketMessage.IndexTicked(new IndexValue(
                required("index_id", wire.indexId()),
                Fields.parsed("value", point.value(), text -> SpotPrice.of(new BigDecimal(text))),
                Fields.unix(required("time", point.time())),
                average(wire.avg60sData()),
                average(wire.last60sWindowedAverage15min())));
    }

    private static Optional<IndexValue.Average> average(WireFrames.@Nullable IndexAverage wire) {
        return Optional.ofNullable(wire)
                .map(average -> new IndexValue.Average(
                        Fields.parsed("value", average.value(), text -> SpotPrice.of(new BigDecimal(text))),
                        required("window_size", average.windowSize()),
                        Fields.unix(required("window_start_ts_ms", average.windowStartTsMs())),
                        Fields.unix(required("window_end_ts_exclusive", average.windowEndTsExclusive()))));
    }

    private static <E extends Enum<E>> E step(Class<E> type, @Nullable String text, E unknown) {
        try {
            return Enum.valueOf(type, required("event_type", text).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return unknown;
        }
    }

    private static BusinessTime time(@Nullable Long millis, @Nullable Long seconds) {
        return Fields.optionalUnix(millis).orElseGet(() -> Fields.unix(required("ts", seconds)));
    }

    private static Optional<BusinessTime> precise(@Nullable Long millis, String name, @Nullable String text) {
        return Fields.optionalUnix(millis).or(() -> Fields.optionalTime(name, text));
    }
}
