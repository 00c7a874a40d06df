package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One open event with three markets and nobody in the books but whom a test puts there. */
final class TradingFloor {

    static final BusinessTime OPENED = BusinessTime.parse("2026-11-22T17:00:00Z");
    static final SeriesSpec SERIES = new SeriesSpec(
            new SeriesTicker("KXBTCD"),
            Symbol.BTC,
            "Bitcoin",
            "BRTI",
            Optional.of(new BigDecimal("250")),
            3,
            FeeTerms.CRYPTO,
            SeriesSpec.HOURLY);

    final List<ExchangeEvent> told = new ArrayList<>();
    final Account account;
    final Matcher matcher;
    final OrderDesk orders;
    final AmendDesk amendments;
    final GroupDesk groupDesk;
    final OrderGroups groups;
    final HourlyEvent event;
    final HourlyMarket market;
    BusinessTime now = OPENED.plus(Duration.ofMinutes(10));
    private int ordersMade;

    TradingFloor() {
        this(FeePrecision.NON_DIRECT, ExchangeConditions.NORMAL, "100");
    }

    TradingFloor(FeePrecision precision, ExchangeConditions conditions, String cash) {
        Ids ids = new Ids(new SplittableRandom(1));
        Markets markets = new Markets(List.of(SERIES));
        account = new Account(precision);
        groups = new OrderGroups(ids, told::add);
        matcher = new Matcher(account, groups, new TradeTape(), ids, told::add);
        OrderRules rules = new OrderRules(conditions, account, groups);
        orders = new OrderDesk(account, markets, rules, matcher, ids, told::add);
        amendments = new AmendDesk(account, orders, rules, matcher, told::add);
        groupDesk = new GroupDesk(account, groups, matcher);
        event = new HourlyEvent(
                SERIES, OPENED, OPENED.plus(Duration.ofHours(1)), SpotPrice.of("115000"), new SplittableRandom(1));
        event.open();
        markets.add(event);
        market = event.markets().get(1);
        account.deposit(SeriesSpec.CRYPTO_SHARD, Money.of(cash), now);
    }

    /** Somebody offers the side at that price. */
    void offer(Side side, String price, String size) {
        matcher.generate(market, side.opposite(), Price.of(price).complement(), Quantity.of(size), now);
    }

    /** Somebody buys the side at up to that price. */
    void others(Side side, String price, String size) {
        matcher.takeGenerated(market, side, Price.of(price), Quantity.of(size), now);
    }

    Request buy(Side side, String sidePrice, String count) {
        Price price = Price.of(sidePrice);
        ordersMade++;
        return new Request(
                side, side == Side.YES ? price : price.complement(), Quantity.of(count), "order-" + ordersMade);
    }

    Outcome.Accepted accepted(NewOrder order) {
        return (Outcome.Accepted) orders.place(order, Optional.empty(), now);
    }

    Refusal refused(NewOrder order) {
        return ((Outcome.Refused) orders.place(order, Optional.empty(), now)).refusal();
    }

    Money cash() {
        return account.cash(SeriesSpec.CRYPTO_SHARD);
    }

    Position position() {
        return account.position(market.ticker()).orElseThrow();
    }

    /** An order being written. */
    final class Request {

        private final Side side;
        private final Price yesPrice;
        private final Quantity count;
        private String clientOrderId;
        private TimeInForce timeInForce = TimeInForce.IMMEDIATE_OR_CANCEL;
        private SelfTradePrevention prevention = SelfTradePrevention.TAKER_AT_CROSS;
        private boolean postOnly;
        private boolean reduceOnly;
        private BusinessTime expiresAt;
        private String groupId;
        private int exchangeIndex = NewOrder.AUTO_ROUTE;

        private Request(Side side, Price yesPrice, Quantity count, String clientOrderId) {
            this.side = side;
            this.yesPrice = yesPrice;
            this.count = count;
            this.clientOrderId = clientOrderId;
        }

        Request resting() {
            timeInForce = TimeInForce.GOOD_TILL_CANCELED;
            return this;
        }

        Request fillOrKill() {
            timeInForce = TimeInForce.FILL_OR_KILL;
            return this;
        }

        Request cancellingOwn() {
            prevention = SelfTradePrevention.MAKER;
            return this;
        }

        Request postOnly() {
            postOnly = true;
            return resting();
        }

        Request reduceOnly() {
            reduceOnly = true;
            return this;
        }

        Request named(String id) {
            clientOrderId = id;
            return this;
        }

        Request until(BusinessTime moment) {
            expiresAt = moment;
            return resting();
        }

        Request in(OrderGroup group) {
            groupId = group.id();
            return this;
        }

        Request onShard(int index) {
            exchangeIndex = index;
            return this;
        }

        NewOrder order() {
            return order(market.ticker());
        }

        NewOrder order(MarketTicker ticker) {
            return new NewOrder(
                    ticker,
                    clientOrderId,
                    side,
                    count,
                    yesPrice,
                    timeInForce,
                    prevention,
                    postOnly,
                    reduceOnly,
                    false,
                    expiresAt,
                    groupId,
                    exchangeIndex);
        }
    }
}
