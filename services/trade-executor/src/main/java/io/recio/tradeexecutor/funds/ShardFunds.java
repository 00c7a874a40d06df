package io.recio.tradeexecutor.funds;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.Calls;
import io.recio.tradeexecutor.funds.FundsExchange.Known;
import io.recio.tradeexecutor.funds.FundsExchange.Moved;
import io.recio.tradeexecutor.funds.FundsExchange.NotMoved;
import io.recio.tradeexecutor.funds.FundsExchange.Outcome;
import io.recio.tradeexecutor.funds.FundsExchange.Unknown;
import io.recio.tradeexecutor.funds.Transfer.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Moves collateral to the shards that trade, ahead of the orders. Used on the desk's thread; it never waits for the exchange.
 *
 * <p>A transfer is asked for once. Without a clear answer it is looked for; found, it is done; not found by two looks some
 * time after, it never was, and the balances decide anew under another id.
 */
public final class ShardFunds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ShardFunds.class);

    private static final int LOOKS_FOR_ABSENCE = 2;
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    private final FundsStore store;
    private final FundsExchange exchange;
    private final BusinessClock business;
    private final SystemClock clock;
    private final Supplier<UUID> newId;
    private final Fence fence;
    private final Duration interval;
    private final Duration visibleAfter;
    private final Calls calls;
    private long lookedAt;
    private int emptyLooks;

    public ShardFunds(
            FundsStore store,
            FundsExchange exchange,
            ExecutorConfig config,
            BusinessClock business,
            SystemClock clock,
            Supplier<UUID> newId,
            Fence fence,
            Calls calls) {
        this.store = store;
        this.exchange = exchange;
        this.business = business;
        this.clock = clock;
        this.newId = newId;
        this.fence = fence;
        this.interval = config.groupInterval();
        this.visibleAfter = config.requestTimeout().plus(config.visibilityMargin());
        this.calls = calls;
        this.lookedAt = clock.nanos() - interval.toNanos();
        store.unresolved()
                .ifPresent(left -> store.put(fence, left, State.IN_DOUBT, "executor was replaced while sending"));
    }

    /** Goes one step on: takes an answer, looks for what is in doubt, or moves what is missing. */
    public void step() {
        if (calls.isBusy() || clock.nanos() - lookedAt < interval.toNanos()) {
            return;
        }
        lookedAt = clock.nanos();
        Optional<Transfer> unresolved = store.unresolved();
        if (unresolved.isPresent()) {
            SystemTime begun = clock.now();
            calls.begin("look for a transfer", exchange::known, known -> settle(unresolved.get(), known, begun));
        } else if (store.mayMove()) {
            wanted().ifPresent(this::move);
        }
    }

    @Override
    public void close() {
        calls.close();
    }

    private Optional<TransferRules.Move> wanted() {
        Map<Integer, Money> balances = store.balances();
        return store.tradingShards(business.now()).stream()
                .flatMap(shard -> TransferRules.move(balances, shard, store.target()).stream())
                .findFirst();
    }

    private void move(TransferRules.Move move) {
        Transfer transfer = new Transfer(newId.get(), move.from(), move.to(), move.amount(), clock.now());
        store.begin(fence, transfer);
        emptyLooks = 0;
        calls.begin("move collateral", () -> exchange.move(transfer), outcome -> told(transfer, outcome));
    }

    private void told(Transfer transfer, Outcome outcome) {
        switch (outcome) {
            case Moved moved -> put(transfer, State.DONE, "");
            case NotMoved not -> put(transfer, State.REFUSED, not.reason());
            case Unknown unknown -> put(transfer, State.IN_DOUBT, unknown.reason());
        }
    }

    private void settle(Transfer transfer, List<Known> known, SystemTime begun) {
        Set<String> ours = store.ids();
        Optional<Known> found =
                known.stream().filter(each -> isSame(transfer, each, ours)).findFirst();
        if (found.isPresent()) {
            emptyLooks = 0;
            if (found.get().complete()) {
                put(transfer, State.DONE, "found as " + found.get().id());
            }
        } else if (begun.isAfter(transfer.askedAt().plus(visibleAfter))) {
            emptyLooks++;
            if (emptyLooks >= LOOKS_FOR_ABSENCE) {
                put(transfer, State.ABSENT, LOOKS_FOR_ABSENCE + " full lists without it");
            }
        }
    }

    /** By our id; or, where the exchange gives its own, by what was asked for and when, and that it is none of the others. */
    private static boolean isSame(Transfer transfer, Known known, Set<String> ours) {
        if (known.id().equals(transfer.id().toString())) {
            return true;
        }
        return !ours.contains(known.id())
                && known.from() == transfer.from()
                && known.to() == transfer.to()
                && known.amount().equals(transfer.amount())
                && known.createdAt()
                        .filter(at -> at.isAfter(transfer.askedAt().minus(CLOCKS_APART)))
                        .isPresent();
    }

    private void put(Transfer transfer, State state, String reason) {
        store.put(fence, transfer, state, reason);
        LOG.infof(
                "Transfer between shards transfer=%s from=%d to=%d amount=%s state=%s reason=%s",
                transfer.id(), transfer.from(), transfer.to(), transfer.amount(), state, reason);
    }
}
