package io.recio.accountsync.record;

import io.recio.accountsync.position.HeldPosition;
import io.recio.accountsync.position.PositionBook;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.accountsync.settlement.Determination;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.time.BusinessClock;
import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.SocketMessage.FillReported;
import io.recio.kalshi.model.SocketMessage.PositionUpdated;
import io.recio.storage.Fence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Turns what was heard and read into rows, each batch in one transaction. It remembers positions and awaited payouts as
 * recorded, so it lives as long as one lease; after a failed write it must be thrown away.
 */
public final class AccountRecorder {

    private static final Logger LOG = Logger.getLogger(AccountRecorder.class);

    /** Rows of one kind written in one transaction; a transaction may take two seconds. */
    private static final int CHUNK = 1000;

    private final AccountStore store;
    private final Fence fence;
    private final BusinessClock clock;
    private final PositionBook positions;
    private final SettlementBook settlements;
    private final FillBook fills;
    private final OrderBook orders;

    /** Begins with what is recorded. */
    public AccountRecorder(AccountStore store, Fence fence, BusinessClock clock) {
        this.store = store;
        this.fence = fence;
        this.clock = clock;
        this.fills = new FillBook(clock);
        this.orders = new OrderBook(clock);
        this.positions = new PositionBook(store.read(AccountRows::positions));
        this.settlements = new SettlementBook(store.read(AccountRows::awaitingPayout));
    }

    public Set<MarketTicker> held() {
        return positions.held();
    }

    /** Markets we hold, or held, that are not paid out yet. */
    public Set<MarketTicker> awaitingPayout() {
        return settlements.awaited();
    }

    public Set<ExchangeOrderId> unfinishedOrders() {
        return store.read(AccountRows::unfinishedOrders);
    }

    /**
     * Records fills and the positions they left behind.
     *
     * @return how many were not known before
     */
    public int heardFills(List<FillReported> told, long nanos) {
        List<Fill> added = new ArrayList<>();
        store.write(fence, rows -> {
            added.addAll(fills.add(rows, told.stream().map(FillReported::fill).toList(), FillSource.WEBSOCKET));
            Map<MarketTicker, HeldPosition> changes = new LinkedHashMap<>();
            for (FillReported each : told) {
                if (added.contains(each.fill())) {
                    each.positionAfter()
                            .flatMap(after -> positions.filled(
                                    each.fill().ticker(), after, each.fill().filledAt(), nanos))
                            .ifPresent(position -> changes.put(position.ticker(), position));
                }
            }
            rows.putPositions(changes.values());
        });
        added.forEach(fill -> LOG.infof(
                "Fill recorded fill=%s order=%s ticker=%s side=%s quantity=%s yesPrice=%s fee=%s",
                fill.id(),
                fill.orderId(),
                fill.ticker(),
                fill.boughtSide(),
                fill.quantity(),
                fill.yesPrice(),
                fill.fee()));
        return added.size();
    }

    /** Records orders as the stream tells them. */
    public void heardOrders(List<AccountOrder> told) {
        store.write(fence, rows -> orders.put(rows, told));
    }

    /**
     * Records the money of positions that agree with ours.
     *
     * @return whether any does not agree, so that positions must be read
     */
    public boolean heardPositions(List<PositionUpdated> told) {
        boolean doubt = told.stream().anyMatch(position -> !positions.agrees(position));
        Map<MarketTicker, HeldPosition> changes = new LinkedHashMap<>();
        told.forEach(position -> positions.told(position).ifPresent(row -> changes.put(row.ticker(), row)));
        if (!changes.isEmpty()) {
            store.write(fence, rows -> rows.putPositions(changes.values()));
        }
        return doubt;
    }

    /** Records what markets of ours will pay. */
    public void heardResults(List<Determination> told) {
        store.write(fence, rows -> settlements.determined(rows, told, positions));
    }

    /** Records a reading: long lists in transactions of their own first, all the rest in one. */
    public void read(Reading reading) {
        boolean isLong = Stream.of(reading.fills(), reading.orders(), reading.settlements())
                .anyMatch(list -> list.size() > CHUNK);
        if (isLong) {
            chunks(reading.orders()).forEach(chunk -> store.write(fence, rows -> orders.put(rows, chunk)));
            chunks(reading.fills())
                    .forEach(chunk -> store.write(fence, rows -> fills.add(rows, chunk, FillSource.REST)));
            chunks(reading.settlements())
                    .forEach(chunk -> store.write(fence, rows -> rows.putPositions(paid(rows, chunk))));
        }
        List<HeldPosition> moved = new ArrayList<>();
        store.write(fence, rows -> {
            if (!isLong) {
                orders.put(rows, reading.orders());
                fills.add(rows, reading.fills(), FillSource.REST);
            }
            reading.positions()
                    .ifPresent(all -> moved.addAll(positions.read(
                            all,
                            reading.everyPosition(),
                            reading.request().start().nanos())));
            settlements.determined(rows, reading.determinations(), positions);
            if (moved.size() <= CHUNK) {
                rows.putPositions(moved);
            }
            if (!isLong) {
                rows.putPositions(paid(rows, reading.settlements()));
            }
            reading.balance().ifPresent(balance -> putBalances(rows, balance));
        });
        if (moved.size() > CHUNK) {
            chunks(moved).forEach(chunk -> store.write(fence, rows -> rows.putPositions(chunk)));
        }
    }

    /** Records payouts; the answer are the positions they end. */
    private List<HeldPosition> paid(AccountRows rows, List<AccountSettlement> told) {
        return settlements.paid(rows, told, clock.now()).stream()
                .flatMap(paid -> positions.settled(paid.ticker(), paid.settledAt()).stream())
                .toList();
    }

    /**
     * Writes how true all this is.
     *
     * @param settled codes of notices whose cause is gone
     */
    public void state(SyncState state, List<Notice> notices, Set<String> settled) {
        store.write(fence, rows -> {
            rows.putState(state);
            settled.forEach(rows::settle);
            notices.forEach(notice -> rows.raise(notice, clock.now()));
        });
    }

    private void putBalances(AccountRows rows, AccountBalance told) {
        Map<Integer, Money> known = rows.balances();
        Map<Integer, Money> now = new TreeMap<>();
        known.keySet().forEach(shard -> now.put(shard, told.onShard(shard)));
        told.shards().forEach(shard -> now.put(shard.exchangeIndex(), shard.available()));
        if (told.shards().isEmpty()) {
            now.put(0, told.available());
        }
        now.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
        rows.putBalances(now, clock.now());
    }

    private static <T> Collection<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
