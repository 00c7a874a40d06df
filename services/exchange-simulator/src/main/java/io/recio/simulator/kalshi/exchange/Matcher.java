package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AccountOrder.Reason;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.BookChanged;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.Filled;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.OrderChanged;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.PositionChanged;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.Traded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Matches by price and time, books what matched, and tells what changed. */
final class Matcher {

    /** What a crossing order met. */
    record Match(List<AccountFill> fills, Optional<Reason> stoppedBy) {}

    private final Account account;
    private final OrderGroups groups;
    private final TradeTape tape;
    private final Ids ids;
    private final Consumer<ExchangeEvent> outbox;

    Matcher(Account account, OrderGroups groups, TradeTape tape, Ids ids, Consumer<ExchangeEvent> outbox) {
        this.account = account;
        this.groups = groups;
        this.tape = tape;
        this.ids = ids;
        this.outbox = outbox;
    }

    /**
     * Takes what the order crosses, up to {@code most}. Stops early when money ends, its group is triggered, or it meets
     * an order of its own that it may not remove.
     */
    Match take(AccountOrder taker, Quantity most, BusinessTime now) {
        List<AccountFill> fills = new ArrayList<>();
        HourlyMarket market = taker.market();
        Side makerSide = taker.side().opposite();
        Quantity wanted = most;
        while (wanted.isPositive() && market.book().crosses(taker.side(), taker.sidePrice())) {
            BookLevel level = market.book().best(makerSide).orElseThrow();
            BookLevel.Taken piece = level.first(wanted);
            if (piece.maker() != null) {
                if (taker.request().selfTradePrevention() == SelfTradePrevention.TAKER_AT_CROSS) {
                    return new Match(fills, Optional.of(Reason.SELF_TRADE_CANCEL));
                }
                cancel(piece.maker(), Reason.SELF_TRADE_CANCEL, now);
                continue;
            }
            Price sidePrice = level.price().complement();
            int shard = market.event().series().exchangeIndex();
            if (account.available(shard)
                    .plus(account.worstChange(taker, sidePrice, piece.quantity(), true))
                    .isNegative()) {
                return new Match(fills, Optional.of(Reason.MARGIN_CANCEL));
            }
            fills.add(trade(taker, level, piece.quantity(), now));
            wanted = wanted.minus(piece.quantity());
            if (groups.isTriggered(taker)) {
                return new Match(fills, Optional.of(Reason.CANCEL));
            }
        }
        return new Match(fills, Optional.empty());
    }

    /** A generated trader buys the side, up to that price and quantity. */
    void takeGenerated(HourlyMarket market, Side side, Price sidePrice, Quantity quantity, BusinessTime now) {
        Quantity wanted = quantity;
        while (wanted.isPositive() && market.book().crosses(side, sidePrice)) {
            BookLevel level = market.book().best(side.opposite()).orElseThrow();
            BookLevel.Taken piece = level.first(wanted);
            wanted = wanted.minus(piece.quantity());
            String tradeId = ids.next();
            Price yesPrice = yesPrice(side, level);
            if (piece.maker() == null) {
                level.takeGenerated(piece.quantity());
            } else {
                fill(piece.maker(), yesPrice, piece.quantity(), false, tradeId, now);
                leaveWhenDone(piece.maker(), level);
            }
            publish(market, side, level, piece.quantity(), tradeId, Optional.ofNullable(piece.maker()), now);
        }
    }

    /** Generated size at the price becomes this. */
    void generate(HourlyMarket market, Side side, Price price, Quantity size, BusinessTime now) {
        Quantity before = market.book().generated(side, price);
        if (before.equals(size)) {
            return;
        }
        BookLevel level = market.book().level(side, price);
        level.generate(size);
        market.book().tidy(side, level);
        outbox.accept(new BookChanged(market, side, price, size.units() - before.units(), Optional.empty(), now));
    }

    /** Lets the order wait in the book, behind all that is there. */
    void rest(AccountOrder order, BusinessTime now) {
        order.market().book().level(order.side(), order.sidePrice()).add(order);
        account.rests(order);
        changed(order, order.remaining().units(), now);
    }

    /** Takes a resting order out of the book without a word to its owner. */
    void withdraw(AccountOrder order, BusinessTime now) {
        BookLevel level = order.market().book().level(order.side(), order.sidePrice());
        level.remove(order);
        account.left(order);
        order.market().book().tidy(order.side(), level);
        changed(order, -order.remaining().units(), now);
    }

    /** Cancels a resting order; answers what was resting. */
    Quantity cancel(AccountOrder order, Reason why, BusinessTime now) {
        Quantity resting = order.remaining();
        withdraw(order, now);
        order.cancel(why, now);
        outbox.accept(new OrderChanged(order, now));
        return resting;
    }

    /** The size of a resting order changed in place. */
    void changed(AccountOrder order, long change, BusinessTime now) {
        outbox.accept(
                new BookChanged(order.market(), order.side(), order.sidePrice(), change, Optional.of(order), now));
    }

    private AccountFill trade(AccountOrder taker, BookLevel level, Quantity quantity, BusinessTime now) {
        String tradeId = ids.next();
        level.takeGenerated(quantity);
        AccountFill fill = fill(taker, yesPrice(taker.side(), level), quantity, true, tradeId, now);
        publish(taker.market(), taker.side(), level, quantity, tradeId, Optional.of(taker), now);
        return fill;
    }

    private AccountFill fill(
            AccountOrder order, Price yesPrice, Quantity quantity, boolean taker, String tradeId, BusinessTime now) {
        AccountFill fill = account.fill(order, yesPrice, quantity, taker, tradeId, now);
        outbox.accept(new Filled(fill, now));
        outbox.accept(new OrderChanged(order, now));
        outbox.accept(
                new PositionChanged(account.position(order.market().ticker()).orElseThrow(), now));
        if (groups.matched(order, quantity, now)) {
            groups.restingOrders(account, order.request().groupId())
                    .forEach(other -> cancel(other, Reason.CANCEL, now));
        }
        return fill;
    }

    private void leaveWhenDone(AccountOrder maker, BookLevel level) {
        if (!maker.isResting()) {
            level.remove(maker);
            account.left(maker);
        }
    }

    private void publish(
            HourlyMarket market,
            Side takerSide,
            BookLevel level,
            Quantity quantity,
            String tradeId,
            Optional<AccountOrder> cause,
            BusinessTime now) {
        Side makerSide = takerSide.opposite();
        Price yesPrice = yesPrice(takerSide, level);
        market.book().tidy(makerSide, level);
        market.traded(yesPrice, quantity, now);
        outbox.accept(new BookChanged(market, makerSide, level.price(), -quantity.units(), cause, now));
        outbox.accept(new Traded(tape.print(tradeId, market.ticker(), takerSide, yesPrice, quantity, now), now));
    }

    /** The yes price of a match of a taker of the side with a maker's bid for the opposite side. */
    private static Price yesPrice(Side takerSide, BookLevel level) {
        return takerSide == Side.YES ? level.price().complement() : level.price();
    }
}
