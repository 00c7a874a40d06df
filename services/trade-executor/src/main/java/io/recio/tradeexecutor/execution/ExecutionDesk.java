package io.recio.tradeexecutor.execution;

import io.micrometer.core.instrument.MeterRegistry;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
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
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.system.AlertStore;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.doubt.AccountEvidence;
import io.recio.tradeexecutor.doubt.DoubtResolver;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Claims intents, sends each once, records what came of it, and settles what is in doubt. */
@Singleton
class ExecutionDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(ExecutionDesk.class);

    private static final Duration CLAIM_LIMIT = Duration.ofSeconds(5);

    private final OrderStore store;
    private final Exchange exchange;
    private final AccountEvidence evidence;
    private final ExecutorConfig config;
    private final Database database;
    private final BusinessClock business;
    private final SystemClock clock;
    private final FunctionalHealth health;
    private final Freshness claims;
    private final MeterRegistry metrics;
    private final Provider<DeskRunner> runner;
    private final AccessProof access;
    private final AlertStore alerts = new AlertStore();

    private @Nullable Shift shift;
    private long lookedAt;

    /** What this instance works with while it is the active one. */
    private record Shift(Fence fence, Sender sender, DoubtResolver doubts) {}

    ExecutionDesk(
            OrderStore store,
            Exchange exchange,
            AccountEvidence evidence,
            ExecutorConfig config,
            Database database,
            BusinessClock business,
            SystemClock clock,
            FunctionalHealth health,
            MeterRegistry metrics,
            Provider<DeskRunner> runner) {
        this.store = store;
        this.exchange = exchange;
        this.evidence = evidence;
        this.config = config;
        this.database = database;
        this.business = business;
        this.clock = clock;
        this.health = health;
        this.metrics = metrics;
        this.runner = runner;
        this.claims = health.figure("orders", CLAIM_LIMIT);
        this.access = new AccessProof(
                exchange, config, clock, health, () -> runner.get().wake());
    }

    @Override
    public Set<String> channels() {
        return Set.of(Channels.ORDER_INTENTS, Channels.ACCOUNT_ORDERS, Channels.FILLS, Channels.RISK);
    }

    @Override
    public Duration safetyNet() {
        return config.lookUpInterval();
    }

    @Override
    public void recover(Fence fence) {
        Runnable wake = () -> runner.get().wake();
        shift = new Shift(fence, new Sender(exchange, wake), new DoubtResolver(exchange, evidence, config, wake));
        List<?> doubted = store.doubtFormerEpochs(fence);
        LOG.infof(
                "Executing orders doubted=%s unsettled=%d",
                doubted, store.unsettled().size());
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
        } else {
            giveUpOverdue(current);
        }
        if (clock.nanos() - lookedAt >= config.lookUpInterval().toNanos()) {
            settle(current);
            lookedAt = clock.nanos();
        }
        claims.good();
    }

    @Override
    public void standDown() {
        Shift current = shift;
        shift = null;
        if (current != null) {
            current.sender().close();
            current.doubts().close();
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
        for (StoredOrder stored : store.unsettled()) {
            Order order = stored.order();
            if (order.status() == OrderStatus.RESTING && order.exchangeOrderId().isPresent()) {
                boolean cancelled = exchange.cancel(
                        order.exchangeOrderId().get(),
                        order.intent().ticker(),
                        order.intent().shard());
                LOG.infof("Resting order cancelled at stop order=%s cancelled=%s", order.clientOrderId(), cancelled);
            }
        }
        LOG.infof("Execution ends unsettled=%d", store.unsettled().size());
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
        OrderEvent event =
                switch (outcome) {
                    case Exchange.Placed placed ->
                        new OrderEvent.OrderAccepted(placed.id(), placed.filled(), placed.remaining(), clock.now());
                    case Exchange.Refused refused ->
                        new OrderEvent.OrderRejected(
                                refused.code(), refused.details().strip(), clock.now());
                    case Exchange.Unknown unknown -> new OrderEvent.OrderFellInDoubt(unknown.reason(), clock.now());
                    case Exchange.Unsent unsent -> new OrderEvent.OrderCancelledUnsent(unsent.reason(), clock.now());
                };
        StoredOrder after = store.append(current.fence(), order, event);
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
        if (outcome instanceof Exchange.Refused refused && refused.authentication()) {
            access.forget();
            alert("AUTHENTICATION_FAILED", "The exchange refused our key", Map.of("code", refused.code()));
        }
    }

    private void claimAndSend(Shift current) {
        for (StoredOrder stored : store.unclaimed()) {
            Optional<String> obstacle = obstacle(stored.order());
            if (isOver(stored)) {
                giveUp(current, stored, "MARKET_CLOSED");
            } else if (stored.order().intent().purpose() == OrderPurpose.CLOSE) {
                if (store.isTrading(stored.order().intent().shard())) {
                    send(current, stored);
                }
            } else if (obstacle.isPresent()) {
                giveUp(current, stored, obstacle.get());
            } else {
                send(current, stored);
            }
        }
    }

    private Optional<String> obstacle(Order order) {
        if (order.intent().purpose() == OrderPurpose.CLOSE) {
            return Optional.empty();
        }
        return order.intent().isOverdue(clock.now())
                ? Optional.of("DEADLINE_PASSED")
                : store.entryObstacle(order.intent().shard());
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

    private void send(Shift current, StoredOrder stored) {
        StoredOrder claimed = store.claim(current.fence(), stored);
        current.sender().send(claimed, () -> runner.get()
                .lease()
                .filter(ActiveLease::isTrusted)
                .filter(lease -> lease.fence().equals(current.fence()))
                .isPresent());
    }

    private void giveUp(Shift current, StoredOrder stored, String reason) {
        store.append(current.fence(), stored, new OrderEvent.OrderCancelledUnsent(reason, clock.now()));
        LOG.infof("Order not sent order=%s reason=%s", stored.order().clientOrderId(), reason);
    }

    private boolean isOver(StoredOrder stored) {
        return !business.now().isBefore(stored.closesAt());
    }

    private void settle(Shift current) {
        for (StoredOrder stored : store.unsettled()) {
            switch (current.doubts().look(stored)) {
                case DoubtResolver.Exists exists -> found(current, stored, exists.found());
                case DoubtResolver.Absent absent -> {
                    if (stored.order().status() == OrderStatus.IN_DOUBT) {
                        store.append(
                                current.fence(),
                                stored,
                                new OrderEvent.OrderProvenAbsent(absent.evidence(), clock.now()));
                        LOG.warnf(
                                "Order proven absent order=%s evidence=%s",
                                stored.order().clientOrderId(), absent.evidence());
                    }
                }
                case DoubtResolver.StillUnknown unknown -> {}
            }
        }
    }

    private void found(Shift current, StoredOrder stored, Exchange.Found found) {
        Order order = stored.order();
        boolean news = order.status() == OrderStatus.IN_DOUBT
                || found.over()
                || !order.filled().equals(found.filled());
        if (!news) {
            return;
        }
        OrderEvent event = found.over()
                ? new OrderEvent.OrderCanceled(found.id(), found.filled(), CancelReason.OTHER, clock.now())
                : new OrderEvent.OrderAccepted(found.id(), found.filled(), found.remaining(), clock.now());
        StoredOrder after = store.append(current.fence(), stored, event);
        LOG.infof(
                "Order settled by evidence order=%s status=%s filled=%s",
                order.clientOrderId(), after.order().status(), after.order().filled());
    }

    private void alert(String code, String message, Map<String, Object> facts) {
        alerts.raise(database, AlertStore.Severity.CRITICAL, code, message, facts, business.now());
    }
}
