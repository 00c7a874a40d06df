package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.Account;
import io.recio.simulator.kalshi.exchange.AccountFill;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.Position;
import io.recio.simulator.kalshi.exchange.SeriesSpec;
import io.recio.simulator.kalshi.exchange.Settlement;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the member has: balance, positions, fills, settlements. */
@KalshiApi
@Signed
@Path("/trade-api/v2/portfolio")
class PortfolioResource {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Exchange exchange;

    @Inject
    PortfolioResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Money that can be spent, and what positions are worth; the sum of all shards and each by itself. */
    @Wire
    record Balance(
            long balance,
            String balanceDollars,
            long portfolioValue,
            long updatedTs,
            List<ShardBalance> balanceBreakdown) {}

    /** A shard's money. */
    @Wire
    record ShardBalance(int exchangeIndex, String balance) {}

    /** What resting orders hold, in cents. */
    @Wire
    record RestingValue(long totalRestingOrderValue) {}

    @GET
    @Path("/balance")
    public Balance balance() {
        return exchange.locked(floor -> {
            Account account = floor.account();
            Set<Integer> shards = account.cash().keySet();
            Money total = shards.stream().map(account::available).reduce(Money.ZERO, Money::plus);
            return new Balance(
                    WireText.cents(total),
                    WireText.dollars(total),
                    WireText.cents(value(account)),
                    floor.now().epochSecond(),
                    shards.stream()
                            .map(shard -> new ShardBalance(shard, WireText.dollars(account.available(shard))))
                            .toList());
        });
    }

    @GET
    @Path("/summary/total_resting_order_value")
    public RestingValue restingValue() {
        return exchange.locked(
                floor -> new RestingValue(WireText.cents(floor.account().cash(SeriesSpec.CRYPTO_SHARD))
                        - WireText.cents(floor.account().available(SeriesSpec.CRYPTO_SHARD))));
    }

    @GET
    @Path("/positions")
    public PositionsView positions(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("count_filter") @Nullable String countFilter,
            @QueryParam("ticker") @Nullable String ticker,
            @QueryParam("event_ticker") @Nullable String event,
            @QueryParam("settlement_status") @Nullable String settlementStatus) {
        int most = Params.limit(limit, 1, MOST, USUAL);
        Set<String> counts = Params.list(countFilter);
        String wanted = settlementStatus == null ? "unsettled" : settlementStatus;
        if (!Set.of("unsettled", "settled", "all").contains(wanted)) {
            throw WireError.invalid("settlement_status must be unsettled, settled or all, was " + wanted);
        }
        return exchange.locked(floor -> PositionsView.of(Page.of(
                floor.account().positions().stream()
                        .filter(position -> position.volume().isPositive())
                        .filter(position -> wanted.equals("all") || position.isSettled() == wanted.equals("settled"))
                        .filter(position -> !counts.contains("position") || position.units() != 0)
                        .filter(position -> Params.matches(
                                ticker, position.market().ticker().value()))
                        .filter(position -> Params.matches(
                                event, position.market().event().ticker().value())),
                position -> position.market().ticker().value(),
                most,
                cursor)));
    }

    @GET
    @Path("/fills")
    public FillView.Many fills(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("ticker") @Nullable String tickers,
            @QueryParam("order_id") @Nullable String orderId,
            @QueryParam("min_ts") @Nullable Long minTs,
            @QueryParam("max_ts") @Nullable Long maxTs) {
        int most = Params.limit(limit, 1, MOST, USUAL);
        Set<String> wanted = Params.list(tickers);
        return exchange.locked(floor -> {
            Page<AccountFill> page = Page.of(
                    floor.account().fills().reversed().stream()
                            .filter(fill -> wanted.isEmpty()
                                    || wanted.contains(fill.market().ticker().value()))
                            .filter(fill -> Params.matches(orderId, fill.order().id()))
                            .filter(fill -> Params.between(fill.at().epochSecond(), minTs, maxTs)),
                    fill -> Long.toString(fill.number()),
                    most,
                    cursor);
            return new FillView.Many(page.map(FillView::of), page.cursor());
        });
    }

    @GET
    @Path("/settlements")
    public SettlementView.Many settlements(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("ticker") @Nullable String ticker,
            @QueryParam("event_ticker") @Nullable String event,
            @QueryParam("min_ts") @Nullable Long minTs,
            @QueryParam("max_ts") @Nullable Long maxTs) {
        int most = Params.limit(limit, 1, MOST, USUAL);
        return exchange.locked(floor -> {
            Page<Settlement> page = Page.of(
                    floor.account().settlements().reversed().stream()
                            .filter(settlement -> Params.matches(
                                    ticker, settlement.market().ticker().value()))
                            .filter(settlement -> Params.matches(
                                    event, settlement.market().event().ticker().value()))
                            .filter(settlement -> Params.between(settlement.at().epochSecond(), minTs, maxTs)),
                    settlement -> Long.toString(settlement.number()),
                    most,
                    cursor);
            return new SettlementView.Many(page.map(SettlementView::of), page.cursor());
        });
    }

    /** What is held, at the prices it could be sold for. */
    private static Money value(Account account) {
        return account.positions().stream().map(PortfolioResource::value).reduce(Money.ZERO, Money::plus);
    }

    private static Money value(Position position) {
        Side side = position.units() >= 0 ? Side.YES : Side.NO;
        Quantity held = position.held(side);
        if (held.isZero()) {
            return Money.ZERO;
        }
        Price price = position.market().status() == MarketStatus.ACTIVE
                ? (side == Side.YES
                        ? position.market().yesBid()
                        : position.market().yesAsk().complement())
                : lastPrice(position, side);
        return price.times(held);
    }

    private static Price lastPrice(Position position, Side side) {
        Price yes = position.market().lastPrice();
        return side == Side.YES ? yes : yes.complement();
    }
}
