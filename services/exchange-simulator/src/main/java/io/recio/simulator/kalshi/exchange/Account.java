package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one account of the exchange: cash by shard, orders, fills, positions, settlements, and every movement of cash.
 * Read it only while the exchange is locked.
 */
public final class Account {

    private final FeePrecision precision;
    private final SortedMap<Integer, Money> cash = new TreeMap<>();
    private final Map<String, AccountOrder> orders = new LinkedHashMap<>();
    private final Set<AccountOrder> resting = new LinkedHashSet<>();
    private final Map<String, AccountOrder> byClientOrderId = new HashMap<>();
    private final Map<MarketTicker, Position> positions = new LinkedHashMap<>();
    private final List<AccountFill> fills = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();

    Account(FeePrecision precision) {
        this.precision = precision;
    }

    /** By shard, resting orders not deducted. */
    public SortedMap<Integer, Money> cash() {
        return Collections.unmodifiableSortedMap(cash);
    }

    public Money cash(int shard) {
        return cash.getOrDefault(shard, Money.ZERO);
    }

    /** What can be spent on the shard: cash less what resting orders hold. */
    public Money available(int shard) {
        Money held = resting.stream()
                .map(AccountOrder::market)
                .filter(market -> market.event().series().exchangeIndex() == shard)
                .distinct()
                .map(this::heldByResting)
                .reduce(Money.ZERO, Money::plus);
        return cash(shard).minus(held);
    }

    /** Oldest first. */
    public Collection<AccountOrder> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    public Optional<AccountOrder> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** The newest order that carries or carried the identifier. */
    public Optional<AccountOrder> orderOf(String clientOrderId) {
        return Optional.ofNullable(byClientOrderId.get(clientOrderId));
    }

    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    public Optional<Position> position(MarketTicker ticker) {
        return Optional.ofNullable(positions.get(ticker));
    }

    /** Oldest first. */
    public List<AccountFill> fills() {
        return Collections.unmodifiableList(fills);
    }

    /** Oldest first. */
    public List<Settlement> settlements() {
        return Collections.unmodifiableList(settlements);
    }

    /** Oldest first. */
    public List<Movement> movements() {
        return Collections.unmodifiableList(movements);
    }

    /** Oldest first. */
    public List<Transfer> transfers() {
        return Collections.unmodifiableList(transfers);
    }

    /** Whether the account ever had an order in the event. */
    boolean knows(HourlyEvent event) {
        return event.markets().stream().anyMatch(market -> positions.containsKey(market.ticker()));
    }

    FeeMeter newMeter(HourlyMarket market) {
        return new FeeMeter(market.event().series().fees(), precision);
    }

    /** Orders that wait in a book, oldest first; a copy. */
    public List<AccountOrder> restingOrders() {
        return List.copyOf(resting);
    }

    void rests(AccountOrder order) {
        resting.add(order);
    }

    void left(AccountOrder order) {
        resting.remove(order);
    }

    void add(AccountOrder order) {
        orders.put(order.id(), order);
        rename(order);
        positionIn(order.market(), order.createdAt());
    }

    /** Takes note of the order's client order id. */
    void rename(AccountOrder order) {
        if (!order.clientOrderId().isEmpty()) {
            byClientOrderId.put(order.clientOrderId(), order);
        }
    }

    /** What a fill would change cash by, at worst. */
    Money worstChange(AccountOrder order, Price sidePrice, Quantity quantity, boolean taker) {
        Money revenue = position(order.market().ticker())
                .orElseGet(() -> new Position(order.market(), order.updatedAt()))
                .revenueOf(order.side(), sidePrice, quantity);
        return order.fees().alignedChange(revenue, sidePrice, quantity, taker);
    }

    /** Books a fill: order, fee, cash and position. */
    AccountFill fill(
            AccountOrder order, Price yesPrice, Quantity quantity, boolean taker, String tradeId, BusinessTime now) {
        Side side = order.side();
        Price price = side == Side.YES ? yesPrice : yesPrice.complement();
        Position position = positionIn(order.market(), now);
        Money revenue = position.revenueOf(side, price, quantity);
        Money fee = order.fees().charge(revenue, price, quantity, taker);
        order.fill(quantity, price.times(quantity), fee, taker, now);
        position.buy(side, price, quantity, fee, now);
        int shard = order.market().event().series().exchangeIndex();
        move(Movement.Kind.FILL, shard, revenue.minus(fee), tradeId, now);
        AccountFill fill = new AccountFill(
                fills.size() + 1L,
                tradeId,
                order,
                order.clientOrderId(),
                side,
                yesPrice,
                quantity,
                taker,
                revenue,
                fee,
                position.units(),
                now);
        fills.add(fill);
        return fill;
    }

    /** Pays out what is held in a market that has its result. */
    Settlement settle(Position position, Side result, BusinessTime now) {
        Quantity heldYes = position.held(Side.YES);
        Quantity heldNo = position.held(Side.NO);
        Money cost = position.cost();
        Money revenue = Price.ONE.times(position.held(result));
        position.settle(revenue, now);
        HourlyMarket market = position.market();
        if (!revenue.isZero()) {
            int shard = market.event().series().exchangeIndex();
            move(Movement.Kind.SETTLEMENT, shard, revenue, market.ticker().value(), now);
        }
        Settlement settlement = new Settlement(
                settlements.size() + 1L, market, result, heldYes, heldNo, cost, revenue, position.fees(), now);
        settlements.add(settlement);
        return settlement;
    }

    /** Cash comes in, or goes out when negative. */
    void deposit(int shard, Money amount, BusinessTime now) {
        move(Movement.Kind.DEPOSIT, shard, amount, "", now);
    }

    /** Forgets everything and begins anew with that cash. Ids go on, so nothing new is mistaken for something old. */
    void reset(int shard, Money amount, BusinessTime now) {
        cash.clear();
        orders.clear();
        resting.clear();
        byClientOrderId.clear();
        positions.clear();
        fills.clear();
        settlements.clear();
        movements.clear();
        transfers.clear();
        deposit(shard, amount, now);
    }

    void transfer(Transfer transfer) {
        move(Movement.Kind.TRANSFER, transfer.fromShard(), transfer.amount().negated(), transfer.id(), transfer.at());
        move(Movement.Kind.TRANSFER, transfer.toShard(), transfer.amount(), transfer.id(), transfer.at());
        transfers.add(transfer);
    }

    private void move(Movement.Kind kind, int shard, Money amount, String reference, BusinessTime now) {
        cash.merge(shard, amount, Money::plus);
        movements.add(new Movement(kind, shard, amount, reference, now));
    }

    private Position positionIn(HourlyMarket market, BusinessTime now) {
        return positions.computeIfAbsent(market.ticker(), ticker -> new Position(market, now));
    }

    /** What the market's resting orders may yet cost; what only closes the position holds nothing. */
    private Money heldByResting(HourlyMarket market) {
        Money held = Money.ZERO;
        for (Side side : Side.values()) {
            Quantity closing = positions.get(market.ticker()).held(side.opposite());
            for (BookLevel level : market.book().levels(side)) {
                for (AccountOrder order : level.own()) {
                    Quantity free = order.remaining().min(closing);
                    closing = closing.minus(free);
                    held = held.plus(order.sidePrice().times(order.remaining().minus(free)));
                }
            }
        }
        return held;
    }
}
