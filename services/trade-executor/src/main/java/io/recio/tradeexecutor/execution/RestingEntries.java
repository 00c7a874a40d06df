package io.recio.tradeexecutor.execution;

import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.order.StoredOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Entries that wait in the book: each dies at the exchange by itself unless it is renewed here, and it is renewed only while
 * it would be entered again. Used on the desk's thread; a renewal waits for its answer on a thread of its own.
 *
 * <p>An unknown answer to a renewal is no doubt about the order: it dies at the old moment or at the new one, both near.
 */
final class RestingEntries implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RestingEntries.class);

    /** So that one renewal may fail and the next still comes in time. */
    private static final int RENEWALS_PER_LIFE = 3;

    private final Exchange exchange;
    private final RestingGround ground;
    private final BusinessClock business;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<ClientOrderId, Life> lives = new HashMap<>();

    /** How long the exchange keeps an order, as far as we know. */
    private static final class Life {

        private volatile @Nullable BusinessTime until;
        private volatile boolean asking;
    }

    RestingEntries(Exchange exchange, RestingGround ground, BusinessClock business) {
        this.exchange = exchange;
        this.ground = ground;
        this.business = business;
    }

    /** When what rests of an order that is about to be sent dies; empty when nothing of it may rest. */
    Optional<BusinessTime> begin(StoredOrder claimed) {
        if (!claimed.order().intent().mayRest()) {
            return Optional.empty();
        }
        Life life = new Life();
        BusinessTime until = nextEnd(claimed, ground.expiry());
        life.until = until;
        lives.put(claimed.order().clientOrderId(), life);
        return Optional.of(until);
    }

    /**
     * Renews what may go on resting.
     *
     * @param mayWrite asked before the first byte of a renewal
     * @return what may not, each with the reason
     */
    Map<StoredOrder, String> tend(List<StoredOrder> resting, BooleanSupplier mayWrite) {
        lives.keySet()
                .retainAll(resting.stream()
                        .map(each -> each.order().clientOrderId())
                        .toList());
        Map<StoredOrder, String> condemned = new LinkedHashMap<>();
        for (StoredOrder entry : resting) {
            if (entry.order().intent().mayRest()) {
                ground.obstacle(entry).ifPresentOrElse(why -> condemned.put(entry, why), () -> renew(entry, mayWrite));
            }
        }
        return condemned;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A life nobody here began, of an order a former holder sent, is renewed at once. */
    private void renew(StoredOrder entry, BooleanSupplier mayWrite) {
        Life life = lives.computeIfAbsent(entry.order().clientOrderId(), id -> new Life());
        Duration expiry = ground.expiry();
        Optional<ExchangeOrderId> id = entry.order().exchangeOrderId();
        if (life.asking || id.isEmpty() || !isDue(life, expiry)) {
            return;
        }
        BusinessTime until = nextEnd(entry, expiry);
        life.asking = true;
        threads.execute(() -> {
            try {
                if (exchange.renew(id.get(), entry.order().intent(), until, mayWrite)) {
                    life.until = until;
                }
            } catch (RuntimeException e) {
                LOG.warnf("Renewal broke off order=%s reason=%s", entry.order().clientOrderId(), e.getMessage());
            } finally {
                life.asking = false;
            }
        });
    }

    private boolean isDue(Life life, Duration expiry) {
        BusinessTime until = life.until;
        Duration left = expiry.minus(expiry.dividedBy(RENEWALS_PER_LIFE));
        return until == null || business.now().until(until).compareTo(left) <= 0;
    }

    /** The exchange takes whole seconds; nothing rests beyond its market's close. */
    private BusinessTime nextEnd(StoredOrder entry, Duration expiry) {
        BusinessTime end =
                BusinessTime.ofEpochSecond(business.now().plus(expiry).epochSecond());
        return end.isBefore(entry.closesAt()) ? end : entry.closesAt();
    }
}
