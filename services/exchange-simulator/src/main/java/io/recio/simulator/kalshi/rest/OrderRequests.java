package io.recio.simulator.kalshi.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.market.Side;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AmendDesk.Amendment;
import io.recio.simulator.kalshi.exchange.AmendDesk.Expiry;
import io.recio.simulator.kalshi.exchange.NewOrder;
import io.recio.simulator.kalshi.exchange.SelfTradePrevention;
import io.recio.simulator.kalshi.wire.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of order calls, and what they mean (EXCHANGES, section A9). */
@RegisterForReflection
final class OrderRequests {

    private static final int LONGEST_ID = 64;

    private OrderRequests() {}

    /** A new order. */
    @Wire
    record Create(
            @Nullable String ticker,
            @Nullable String clientOrderId,
            @Nullable String side,
            @Nullable String count,
            @Nullable String price,
            @Nullable String timeInForce,
            @Nullable String selfTradePreventionType,
            @Nullable Long expirationTime,
            boolean postOnly,
            boolean reduceOnly,
            boolean cancelOrderOnPause,
            @Nullable String orderGroupId,
            @Nullable Integer exchangeIndex) {

        NewOrder order() {
            String id = clientOrderId == null ? "" : clientOrderId;
            if (id.length() > LONGEST_ID) {
                throw WireError.invalid("client_order_id must have at most 64 characters");
            }
            return new NewOrder(
                    Params.market(String.valueOf(ticker)),
                    id,
                    sideOf(side),
                    Params.count("count", count),
                    Params.price(price),
                    timeInForceOf(timeInForce),
                    preventionOf(selfTradePreventionType),
                    postOnly,
                    reduceOnly,
                    cancelOrderOnPause,
                    expirationTime == null ? null : BusinessTime.ofEpochSecond(expirationTime),
                    orderGroupId,
                    shard());
        }

        /** The shard it names, or the way by ticker. */
        int shard() {
            return exchangeIndex == null ? NewOrder.AUTO_ROUTE : exchangeIndex;
        }
    }

    /** Several new orders. */
    @Wire
    record CreateBatch(@Nullable List<Create> orders) {}

    /** A resting order to change; an expiration of 0 clears it. */
    @Wire
    record Amend(
            @Nullable String ticker,
            @Nullable String side,
            @Nullable String price,
            @Nullable String count,
            @Nullable String clientOrderId,
            @Nullable String updatedClientOrderId,
            @Nullable Long expirationTime,
            @Nullable Integer exchangeIndex) {

        Amendment amendment() {
            Optional<Expiry> expiry = Optional.ofNullable(expirationTime)
                    .map(second -> new Expiry(
                            second == 0 ? Optional.empty() : Optional.of(BusinessTime.ofEpochSecond(second))));
            return new Amendment(
                    Params.market(String.valueOf(ticker)),
                    sideOf(side),
                    Params.price(price),
                    Params.count("count", count),
                    clientOrderId,
                    updatedClientOrderId,
                    expiry);
        }
    }

    /** A resting order to make smaller. */
    @Wire
    record Decrease(
            @Nullable String reduceBy,
            @Nullable String reduceTo,
            @Nullable Integer exchangeIndex,
            @Nullable String marketTicker) {}

    /** An order to cancel. */
    @Wire
    record Cancel(
            @Nullable String orderId,
            @Nullable String marketTicker,
            @Nullable Integer exchangeIndex) {}

    /** Several orders to cancel. */
    @Wire
    record CancelBatch(@Nullable List<Cancel> orders) {}

    private static Side sideOf(@Nullable String text) {
        return switch (String.valueOf(text)) {
            case "bid" -> Side.YES;
            case "ask" -> Side.NO;
            default -> throw WireError.invalid("side must be bid or ask, was " + text);
        };
    }

    private static TimeInForce timeInForceOf(@Nullable String text) {
        return Arrays.stream(TimeInForce.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> WireError.invalid(
                        "time_in_force must be fill_or_kill, good_till_canceled or immediate_or_cancel, was " + text));
    }

    private static SelfTradePrevention preventionOf(@Nullable String text) {
        return Arrays.stream(SelfTradePrevention.values())
                .filter(value -> value.wireName().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        WireError.invalid("self_trade_prevention_type must be taker_at_cross or maker, was " + text));
    }
}
