package io.recio.tradeexecutor;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.tradeexecutor.exchange.AccessRefused;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** An exchange that answers each order as told, and counts what it was sent. */
@Alternative
@Priority(1)
@Singleton
class ScriptedExchange implements Exchange {

    private final Map<String, SendOutcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, SystemTime> emptyScans = new ConcurrentHashMap<>();
    private final List<OrderIntent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> scans = new ConcurrentHashMap<>();
    private final Map<ExchangeOrderId, List<CancelOutcome>> cancelOutcomes = new ConcurrentHashMap<>();
    private final Map<ExchangeOrderId, Integer> cancels = new ConcurrentHashMap<>();
    private final Map<String, List<BusinessTime>> expiries = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;
    private volatile Optional<String> objection = Optional.empty();

    /** What the order will be answered; without it the outcome is unknown. */
    void answers(String order, SendOutcome outcome) {
        outcomes.put(order, outcome);
    }

    /** Scans for the order find nothing in what was visible until then; without it they fail. */
    void showsNothingOf(String order, SystemTime visibleUntil) {
        emptyScans.put(order, visibleUntil);
    }

    void reachable(boolean now) {
        reachable = now;
    }

    /** What access is refused for from now on; empty: it is not. */
    void objects(Optional<String> reason) {
        objection = reason;
    }

    List<OrderIntent> sent(String order) {
        return sent.stream()
                .filter(intent -> intent.clientOrderId().value().equals(order))
                .toList();
    }

    /** What the cancels of the order will be answered, one after the other. */
    void answersCancels(String exchangeId, CancelOutcome... outcomes) {
        cancelOutcomes.put(new ExchangeOrderId(exchangeId), List.of(outcomes));
    }

    /** How often the order has been cancelled. */
    int cancels(String exchangeId) {
        return cancels.getOrDefault(new ExchangeOrderId(exchangeId), 0);
    }

    /** When the order was to expire, first and after each renewal. */
    List<BusinessTime> expiries(String order) {
        return List.copyOf(expiries.getOrDefault(order, List.of()));
    }

    /** How often the order has been looked for. */
    int scans(String order) {
        return scans.getOrDefault(order, 0);
    }

    @Override
    public SendOutcome send(OrderIntent intent, Optional<BusinessTime> expiresAt, BooleanSupplier mayWrite) {
        if (!mayWrite.getAsBoolean()) {
            return new Unsent("LEASE_NOT_TRUSTED");
        }
        sent.add(intent);
        expiresAt.ifPresent(
                first -> expiries.put(intent.clientOrderId().value(), new CopyOnWriteArrayList<>(List.of(first))));
        return outcomes.getOrDefault(intent.clientOrderId().value(), new Unknown("TIMEOUT: no answer"));
    }

    @Override
    public boolean renew(ExchangeOrderId id, OrderIntent intent, BusinessTime expiresAt, BooleanSupplier mayWrite) {
        if (mayWrite.getAsBoolean()) {
            expiries.computeIfAbsent(intent.clientOrderId().value(), order -> new CopyOnWriteArrayList<>())
                    .add(expiresAt);
        }
        return mayWrite.getAsBoolean();
    }

    @Override
    public Scan scan(ClientOrderId id, Optional<ExchangeOrderId> exchangeId, MarketTicker ticker) {
        scans.merge(id.value(), 1, Integer::sum);
        SystemTime visibleUntil = emptyScans.get(id.value());
        if (visibleUntil == null) {
            throw new ExchangeAway("no scan is scripted for " + id);
        }
        return new Scan(Optional.empty(), List.of(), visibleUntil);
    }

    @Override
    public CancelOutcome cancel(ExchangeOrderId id, MarketTicker ticker, int shard) {
        int before = cancels.merge(id, 1, Integer::sum) - 1;
        List<CancelOutcome> told = cancelOutcomes.getOrDefault(id, List.of());
        return before < told.size() ? told.get(before) : new MayRest("nothing is scripted");
    }

    @Override
    public void proveAccess() {
        if (!reachable) {
            throw new ExchangeAway("the exchange is away");
        }
        objection.ifPresent(reason -> {
            throw new AccessRefused(reason);
        });
    }
}
