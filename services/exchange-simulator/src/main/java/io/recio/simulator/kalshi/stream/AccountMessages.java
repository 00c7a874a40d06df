package io.recio.simulator.kalshi.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.market.Side;
import io.recio.domain.money.Decimals;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.AccountFill;
import io.recio.simulator.kalshi.exchange.AccountOrder;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.GroupChange;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.GroupChanged;
import io.recio.simulator.kalshi.exchange.Position;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bodies of the private channels (EXCHANGES, section C3). */
@RegisterForReflection
final class AccountMessages {

    private static final String USER = "5a1d2c3b-0000-4000-8000-000000000001";

    private AccountMessages() {}

    /** An execution. */
    @Wire
    record Fill(
            String tradeId,
            String orderId,
            @Nullable String clientOrderId,
            String marketTicker,
            int exchangeIndex,
            boolean isTaker,
            String side,
            String yesPriceDollars,
            String countFp,
            String feeCost,
            String action,
            String outcomeSide,
            String bookSide,
            String purchasedSide,
            String postPositionFp,
            long ts,
            long tsMs) {

        static Fill of(AccountFill fill) {
            String outcome = WireText.outcome(fill.side());
            return new Fill(
                    fill.tradeId(),
                    fill.order().id(),
                    nullable(fill.clientOrderId()),
                    fill.market().ticker().value(),
                    fill.market().event().series().exchangeIndex(),
                    fill.taker(),
                    outcome,
                    fill.yesPrice().toString(),
                    fill.quantity().toString(),
                    WireText.dollars(fill.fee()),
                    "buy",
                    outcome,
                    WireText.bookSide(fill.side()),
                    outcome,
                    Decimals.format(fill.positionAfter(), Quantity.SCALE),
                    fill.at().epochSecond(),
                    fill.at().epochMilli());
        }
    }

    /** The state of an order after a change. */
    @Wire
    record UserOrder(
            String orderId,
            String userId,
            String ticker,
            String status,
            String side,
            boolean isYes,
            String outcomeSide,
            String bookSide,
            String yesPriceDollars,
            String fillCountFp,
            String remainingCountFp,
            String initialCountFp,
            String takerFillCostDollars,
            String makerFillCostDollars,
            String takerFeesDollars,
            String makerFeesDollars,
            String clientOrderId,
            @Nullable String orderGroupId,
            String selfTradePreventionType,
            @Nullable String lastUpdateReason,
            int exchangeIndex,
            String createdTime,
            long createdTsMs,
            String lastUpdateTime,
            long lastUpdatedTsMs,
            @Nullable Long expirationTsMs) {

        static UserOrder of(AccountOrder order) {
            String outcome = WireText.outcome(order.side());
            return new UserOrder(
                    order.id(),
                    USER,
                    order.market().ticker().value(),
                    order.status().name().toLowerCase(Locale.ROOT),
                    outcome,
                    order.side() == Side.YES,
                    outcome,
                    WireText.bookSide(order.side()),
                    order.yesPrice().toString(),
                    order.filled().toString(),
                    order.remaining().toString(),
                    order.initial().toString(),
                    WireText.dollars(order.takerCost()),
                    WireText.dollars(order.makerCost()),
                    WireText.dollars(order.takerFees()),
                    WireText.dollars(order.makerFees()),
                    order.clientOrderId(),
                    order.request().groupId(),
                    order.request().selfTradePrevention().wireName(),
                    nullable(order.reason().wireName()),
                    order.market().event().series().exchangeIndex(),
                    WireText.time(order.createdAt()),
                    order.createdAt().epochMilli(),
                    WireText.time(order.updatedAt()),
                    order.updatedAt().epochMilli(),
                    order.expiresAt().map(at -> at.epochMilli()).orElse(null));
        }
    }

    /** What is held in a market after a change. */
    @Wire
    record MarketPosition(
            String userId,
            String marketTicker,
            String positionFp,
            String positionCostDollars,
            String realizedPnlDollars,
            String feesPaidDollars,
            String positionFeeCostDollars,
            String volumeFp) {

        static MarketPosition of(Position position) {
            return new MarketPosition(
                    USER,
                    position.market().ticker().value(),
                    Decimals.format(position.units(), Quantity.SCALE),
                    WireText.dollars(position.cost()),
                    WireText.dollars(position.realized()),
                    WireText.dollars(position.fees()),
                    WireText.dollars(position.fees()),
                    position.volume().toString());
        }
    }

    /** What happened to an order group; the limit only where it was set. */
    @Wire
    record GroupUpdate(
            String eventType, String orderGroupId, @Nullable String contractsLimitFp, long tsMs) {

        static GroupUpdate of(GroupChanged changed) {
            boolean limited = changed.change() == GroupChange.CREATED || changed.change() == GroupChange.LIMIT_UPDATED;
            return new GroupUpdate(
                    changed.change().name().toLowerCase(Locale.ROOT),
                    changed.groupId(),
                    limited ? changed.limit().toString() : null,
                    changed.at().epochMilli());
        }
    }

    private static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }
}
