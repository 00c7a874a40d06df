package io.recio.kalshi.parser;

import static io.recio.kalshi.parser.Fields.required;

import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.OrderState;
import io.recio.kalshi.model.ShardTransfer;
import io.recio.kalshi.wire.WirePortfolio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Balance, positions, orders, fills and settlements. */
public final class PortfolioParser {

    private static final long CENTS_IN_A_DOLLAR = 100;

    private PortfolioParser() {}

    public static AccountBalance balance(WirePortfolio.Balance wire) {
        List<WirePortfolio.IndexedBalance> breakdown = wire.balanceBreakdown();
        return new AccountBalance(
                Fields.text(wire.balanceDollars())
                        .map(text -> Fields.money("balance_dollars", text))
                        .orElseGet(() -> Fields.cents("balance", wire.balance())),
                Fields.cents("portfolio_value", wire.portfolioValue()),
                breakdown == null
                        ? List.of()
                        : breakdown.stream().map(PortfolioParser::shardBalance).toList(),
                Fields.unix(required("updated_ts", wire.updatedTs())));
    }

    public static AccountPosition position(WirePortfolio.Position wire) {
        return new AccountPosition(
                Fields.ticker(wire.ticker()),
                Fields.position("position_fp", wire.positionFp()),
                Fields.moneyOrZero("market_exposure_dollars", wire.marketExposureDollars()),
                Fields.moneyOrZero("realized_pnl_dollars", wire.realizedPnlDollars()),
                Fields.moneyOrZero("fees_paid_dollars", wire.feesPaidDollars()),
                Fields.moneyOrZero("total_traded_dollars", wire.totalTradedDollars()),
                Fields.time("last_updated_ts", wire.lastUpdatedTs()),
                Optional.ofNullable(wire.exchangeIndex()));
    }

    /** An order needs an id, a ticker and its counts; everything else may be absent or unknown. */
    public static AccountOrder order(WirePortfolio.Order wire) {
        return new AccountOrder(
                orderId(wire.orderId()),
                Fields.clientOrderId(wire.clientOrderId()),
                Fields.ticker(wire.ticker()),
                Sides.bought(wire.outcomeSide(), wire.bookSide(), wire.action(), wire.side()),
                state(wire.status()),
                Fields.optional("yes_price_dollars", wire.yesPriceDollars(), Price::of),
                Fields.quantity("initial_count_fp", wire.initialCountFp()),
                Fields.quantity("fill_count_fp", wire.fillCountFp()),
                Fields.quantity("remaining_count_fp", wire.remainingCountFp()),
                sum("fill cost", wire.takerFillCostDollars(), wire.makerFillCostDollars()),
                sum("fees", wire.takerFeesDollars(), wire.makerFeesDollars()),
                Fields.text(wire.orderGroupId()).map(OrderGroupId::new),
                Optional.ofNullable(wire.exchangeIndex()),
                Fields.optionalTime("created_time", wire.createdTime()),
                Fields.optionalTime("last_update_time", wire.lastUpdateTime()),
                Fields.optionalTime("expiration_time", wire.expirationTime()),
                Optional.empty());
    }

    public static Fill fill(WirePortfolio.Fill wire) {
        return new Fill(
                fillId(Fields.text(wire.tradeId()).orElse(wire.fillId())),
                orderId(wire.orderId()),
                Fields.clientOrderId(wire.clientOrderId()),
                Fields.ticker(Fields.text(wire.ticker()).orElse(wire.marketTicker())),
                Sides.bought(wire.outcomeSide(), wire.bookSide(), wire.action(), wire.side())
                        .orElseThrow(() ->
                                new UnreadableAnswer("expected the side of fill " + wire.tradeId() + ", found none")),
                Fields.price("yes_price_dollars", wire.yesPriceDollars()),
                Fields.quantity("count_fp", wire.countFp()),
                Fields.money("fee_cost", wire.feeCost()),
                required("is_taker", wire.isTaker()),
                time(wire.createdTime(), wire.ts()));
    }

    public static AccountSettlement settlement(WirePortfolio.Settlement wire) {
        return new AccountSettlement(
                Fields.ticker(wire.ticker()),
                Fields.parsed("event_ticker", wire.eventTicker(), EventTicker::new),
                MarketParser.result(wire.marketResult()).orElse(MarketResult.UNKNOWN),
                Fields.quantityOrZero("yes_count_fp", wire.yesCountFp()),
                Fields.moneyOrZero("yes_total_cost_dollars", wire.yesTotalCostDollars()),
                Fields.quantityOrZero("no_count_fp", wire.noCountFp()),
                Fields.moneyOrZero("no_total_cost_dollars", wire.noTotalCostDollars()),
                Fields.cents("revenue", wire.revenue()),
                Optional.ofNullable(wire.value()).map(PortfolioParser::payout),
                Fields.money("fee_cost", wire.feeCost()),
                Fields.time("settled_time", wire.settledTime()));
    }

    public static ShardTransfer transfer(WirePortfolio.Transfer wire) {
        return new ShardTransfer(
                Fields.text(wire.transferId())
                        .orElseThrow(() -> new UnreadableAnswer("expected transfer_id, found none")),
                Optional.ofNullable(wire.sourceExchangeShard()).orElse(0),
                Optional.ofNullable(wire.destinationExchangeShard()).orElse(0),
                Fields.money("amount", wire.amount()),
                "complete".equals(wire.status()),
                Optional.ofNullable(wire.createdTs())
                        .map(Instant::ofEpochSecond)
                        .map(SystemTime::of));
    }

    static ExchangeOrderId orderId(@Nullable String text) {
        return new ExchangeOrderId(Fields.id("order_id", text));
    }

    static FillId fillId(@Nullable String text) {
        return new FillId(Fields.id("trade_id", text));
    }

    /** What one contract of yes paid: from nothing to one dollar. */
    private static Money payout(long cents) {
        if (cents < 0 || cents > CENTS_IN_A_DOLLAR) {
            throw new UnreadableAnswer("expected a value from 0 to 100 cents, found " + cents);
        }
        return Money.ofCents(cents);
    }

    static OrderState state(@Nullable String status) {
        return switch (status) {
            case "resting" -> OrderState.RESTING;
            case "canceled" -> OrderState.CANCELED;
            case "executed" -> OrderState.EXECUTED;
            case null, default -> OrderState.UNKNOWN;
        };
    }

    static Money sum(String name, @Nullable String taker, @Nullable String maker) {
        return Fields.moneyOrZero(name, taker).plus(Fields.moneyOrZero(name, maker));
    }

    /** The precise time where there is one, the whole second otherwise. */
    private static BusinessTime time(@Nullable String precise, @Nullable Long unix) {
        return Fields.optionalTime("created_time", precise).orElseGet(() -> Fields.unix(required("ts", unix)));
    }

    private static AccountBalance.ShardBalance shardBalance(WirePortfolio.IndexedBalance wire) {
        return new AccountBalance.ShardBalance(
                required("exchange_index", wire.exchangeIndex()), Fields.money("balance", wire.balance()));
    }
}
