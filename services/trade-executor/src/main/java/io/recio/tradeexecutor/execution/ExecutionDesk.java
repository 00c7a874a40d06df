package io.recio.tradeexecutor.execution;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.OrderPurpose;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.ActiveLease;
import io.recio.servicekit.Desk;
import io.recio.servicekit.DeskRunner;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Channels;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.alert.ExecutorAlerts;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.order.OrderStore;
import io.recio.tradeexecutor.order.StoredOrder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims intents, sends each once, records what came of it, settles what is in doubt, and takes entries out of the book that
 * must not rest there.
 */
@Singleton
class ExecutionDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(ExecutionDesk.class);

    private static final Duration CLAIM_LIMIT = Duration.ofSeconds(5);

    /** How often at least is looked whether what rests may go on resting. */
    private static final Duration RESTING_LOOK = Duration.ofMillis(250);

    private static final Duration STOP_PAUSE = Duration.ofMillis(20);

    private final OrderStore store;
    private final Shifts shifts;
    private final EntryCosts costs;
    private final ExecutorConfig config;
    private final ExecutorAlerts alerts;
    private final BusinessClock business;
    private final SystemClock clock;
    private final FunctionalHealth health;
    private final Freshness claims;
    private final MeterRegistry metrics;
    private final Timer claimToSocket;
    private final Provider<DeskRunner> runner;
    private final AccessProof access;
    private final AbandonedEntries abandoned;

    private @Nullable Shift shift;
    private List<StoredOrder> resting = List.of();
    private boolean mayRest;
    private boolean keyRefused;
    private long lookedAt;

    ExecutionDesk(
            OrderStore store,
            Exchange exchange,
            Shifts shifts,
            EntryCosts costs,
            ExecutorConfig config,
            ExecutorAlerts alerts,
            BusinessClock business,
            SystemClock clock,
            FunctionalHealth health,
            MeterRegistry metrics,
            AccessProof access,
            Provider<DeskRunner> runner) {
        this.store = store;
        this.shifts = shifts;
        this.costs = costs;
        this.config = config;
        this.alerts = alerts;
        this.business = business;
        this.clock = clock;
        this.health = health;
        this.metrics = metrics;
        this.claimToSocket = Timer.builder("trade_executor_claim_to_socket_seconds")
                .description("From the committed claim of an order to its first byte")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
        this.runner = runner;
        this.claims = health.figure("orders", CLAIM_LIMIT);
        this.access = access;
        this.abandoned = new AbandonedEntries(
                exchange, config.databaseLossLimit(), () -> runner.get().isDatabaseAway(), ExecutionDesk::later);
    }

    @Override
    public Set<String> channels() {
        return Set.of(Channels.ORDER_INTENTS, Channels.ACCOUNT_ORDERS, Channels.FILLS, Channels.RISK);
    }

    @Override
    public Duration safetyNet() {
        return mayRest ? RESTING_LOOK : config.lookUpInterval();
    }

    @Override
    public void recover(Fence fence) {
        Shift begun = shifts.begin(fence, this::wake);
        shift = begun;
        List<ClientOrderId> doubted = store.doubtFormerEpochs(fence);
        List<StoredOrder> unsettled = store.unsettled();
        resting = restingEntries(unsettled);
        abandoned.recovered();
        LOG.infof("Executing orders doubted=%s unsettled=%d", doubted, unsettled.size());
    }

    @Override
    public void step() {
        Shift current = shift;
        if (current == null) {
            return;
        }
        recordAnswers(current);
        if (access.isProven()) {
            claimAndSend(current);
            current.groups().step();
            current.funds().step();
        } else {
            giveUpOverdue(current);
        }
        boolean due = clock.nanos() - lookedAt >= config.lookUpInterval().toNanos();
        if (due) {
            current.settling().look(store.unsettled());
            costs.refresh();
            lookedAt = clock.nanos();
        }
        if (due || mayRest) {
            clearBook(current, store.unsettled());
        }
        claims.good();
    }

    @Override
    public void standDown() {
        Shift current = shift;
        shift = null;
        if (current != null) {
            current.close();
            abandoned.left(resting);
        }
        access.forget();
    }

    /** Waits for answers under way, then cancels what rests: nothing of ours is left in the book without us. */
    @Override
    public void finish() {
        Shift current = shift;
        if (current == null) {
            return;
        }
        long patience = clock.nanos() + config.requestTimeout().toNanos();
        while (!current.sender().isIdle() && clock.nanos() < patience) {
            recordAnswers(current);
            Thread.onSpinWait();
        }
        List<StoredOrder> left = store.unsettled();
        while (!restingEntries(left).isEmpty() && clock.nanos() < patience) {
            current.cancelling().cancel(restingEntries(left), "STOPPING");
            recordCancels(current, left);
            LockSupport.parkNanos(STOP_PAUSE.toNanos());
            left = store.unsettled();
        }
        resting = List.of();
        LOG.infof("Execution ends unsettled=%d", left.size());
    }

    private void recordAnswers(Shift current) {
        for (Sender.Answer answer = current.sender().peek();
                answer != null;
                answer = current.sender().peek()) {
            record(current, answer.order(), answer.outcome());
            current.sender().recorded();
        }
    }

    private void record(Shift current, StoredOrder order, Exchange.SendOutcome outcome) {
        OrderEvent event = OrderNews.answered(order.order(), outcome, clock.now());
        StoredOrder after = store.append(current.fence(), order, event);
        mayRest |= after.order().status() == OrderStatus.RESTING;
        health.worked();
        metrics.counter(
                        "trade_executor_orders_total",
                        "status",
                        after.order().status().name())
                .increment();
        LOG.infof(
                "Order answered order=%s ticker=%s status=%s filled=%s reason=%s",
                order.order().clientOrderId(),
                order.order().intent().ticker(),
                after.order().status(),
                after.order().filled(),
                after.order().reason());
        if (outcome instanceof Exchange.Refused refused) {
            current.groups().lookSoon();
            if (refused.authentication()) {
                access.forget();
                keyRefused = true;
                alerts.raise("AUTHENTICATION_FAILED", "The exchange refused our key", Map.of("code", refused.code()));
            }
        }
    }

    private void claimAndSend(Shift current) {
        for (StoredOrder stored : store.unclaimed()) {
            if (isOver(stored)) {
                giveUp(current, stored, "MARKET_CLOSED");
            } else if (stored.order().intent().purpose() == OrderPurpose.CLOSE) {
                if (store.isTrading(stored.order().intent().shard())) {
                    send(current, stored, Optional.empty());
                }
            } else {
                switch (current.gate().ask(stored)) {
                    case EntryGate.Go go -> send(current, stored, Optional.of(go.group()));
                    case EntryGate.GiveUp no -> giveUp(current, stored, no.code());
                    case EntryGate.Wait wait -> {}
                }
            }
        }
    }

    /** While the exchange cannot be reached nothing is claimed; what is overdue is given up unsent. */
    private void giveUpOverdue(Shift current) {
        for (StoredOrder stored : store.unclaimed()) {
            if (isOver(stored)) {
                giveUp(current, stored, "MARKET_CLOSED");
            } else if (stored.order().intent().isOverdue(clock.now())) {
                giveUp(current, stored, "DEADLINE_PASSED");
            }
        }
    }

    private void send(Shift current, StoredOrder stored, Optional<OrderGroupId> group) {
        StoredOrder claimed = store.claim(current.fence(), stored, group);
        long claimedAt = clock.nanos();
        current.sender().send(claimed, current.resting().begin(claimed), () -> {
            boolean held = holdsLease(current);
            if (held) {
                claimToSocket.record(clock.nanos() - claimedAt, TimeUnit.NANOSECONDS);
            }
            return held;
        });
    }

    /** From memory: whether this shift's lease may still be trusted. */
    private boolean holdsLease(Shift current) {
        return runner.get()
                .lease()
                .filter(ActiveLease::isTrusted)
                .filter(lease -> lease.fence().equals(current.fence()))
                .isPresent();
    }

    private void giveUp(Shift current, StoredOrder stored, String reason) {
        store.append(current.fence(), stored, new OrderEvent.OrderCancelledUnsent(reason, clock.now()));
        LOG.infof("Order not sent order=%s reason=%s", stored.order().clientOrderId(), reason);
    }

    private boolean isOver(StoredOrder stored) {
        return !business.now().isBefore(stored.closesAt());
    }

    /**
     * Entries may rest only while entries may be made, and each only while it would be entered again; once our key was
     * refused, none of those that rested stays.
     */
    private void clearBook(Shift current, List<StoredOrder> unsettled) {
        recordCancels(current, unsettled);
        resting = restingEntries(unsettled);
        mayRest = !resting.isEmpty();
        if (!mayRest) {
            keyRefused = false;
            return;
        }
        Optional<String> obstacle = keyRefused ? Optional.of("AUTHENTICATION_LOST") : store.restingObstacle();
        if (obstacle.isPresent()) {
            current.cancelling().cancel(resting, obstacle.get());
        } else {
            current.cancelling().cancel(current.resting().tend(resting, () -> holdsLease(current)));
        }
    }

    private static void recordCancels(Shift current, List<StoredOrder> unsettled) {
        for (Cancelling.Ended ended = current.cancelling().next();
                ended != null;
                ended = current.cancelling().next()) {
            current.settling().gone(unsettled, ended);
        }
    }

    private static List<StoredOrder> restingEntries(List<StoredOrder> unsettled) {
        return unsettled.stream()
                .filter(stored -> stored.order().status() == OrderStatus.RESTING)
                .filter(stored -> stored.order().intent().purpose() == OrderPurpose.ENTRY)
                .toList();
    }

    private void wake() {
        runner.get().wake();
    }

    private static void later(Duration delay, Runnable action) {
        Thread.ofVirtual().name("abandoned-entries").start(() -> {
            try {
                Thread.sleep(delay);
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
