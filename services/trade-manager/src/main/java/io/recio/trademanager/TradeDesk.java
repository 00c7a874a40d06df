package io.recio.trademanager;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.Desk;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Fence;
import io.recio.storage.system.SystemStore;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps trades: wakes on requests and on what the exchange did, and does the manager's work while the lease is held. */
@Singleton
class TradeDesk implements Desk {

    private static final Duration SAFETY_NET = Duration.ofSeconds(1);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(3);
    private static final Duration BOOKKEEPING_LIMIT = Duration.ofSeconds(5);

    private final Database database;
    private final SystemStore system;
    private final Supplier<UUID> ids;
    private final TradeMetrics metrics;
    private final FunctionalHealth health;
    private final BusinessClock business;
    private final SystemClock clock;
    private final Freshness bookkeeping;
    private final Freshness requests;

    private final Set<String> news = ConcurrentHashMap.newKeySet();

    private @Nullable TradeWork work;
    private long keptAt;

    TradeDesk(
            Database database,
            SystemStore system,
            Supplier<UUID> ids,
            TradeMetrics metrics,
            FunctionalHealth health,
            BusinessClock business,
            SystemClock clock) {
        this.database = database;
        this.system = system;
        this.ids = ids;
        this.metrics = metrics;
        this.health = health;
        this.business = business;
        this.clock = clock;
        this.requests = health.figure("requests", REQUEST_LIMIT);
        this.bookkeeping = health.figure("bookkeeping", BOOKKEEPING_LIMIT);
    }

    @Override
    public Set<String> channels() {
        return Set.of(
                Channels.REQUESTS,
                Channels.ORDER_EVENTS,
                Channels.FILLS,
                Channels.SETTLEMENTS,
                Channels.ACCOUNT,
                Channels.RISK,
                Channels.SETTINGS);
    }

    @Override
    public void heard(String channel) {
        news.add(channel);
    }

    /** Shortened while the next attempt of a close is due sooner. */
    @Override
    public Duration safetyNet() {
        TradeWork current = work;
        return current == null
                ? SAFETY_NET
                : current.untilNextAttempt()
                        .filter(wait -> wait.compareTo(SAFETY_NET) < 0)
                        .orElse(SAFETY_NET);
    }

    @Override
    public void recover(Fence fence) {
        Tenure tenure = new Tenure(
                database,
                fence,
                system.installation()
                        .orElseThrow(() -> new DatabaseUnavailable("row of system.installation is missing", null)));
        TradeWork begun = new TradeWork(tenure, ids, metrics, business, clock);
        begun.recover();
        work = begun;
        keptAt = clock.nanos() - SAFETY_NET.toNanos();
    }

    /** Requests first, and in between: whoever wants a trade waits for no bookkeeping. */
    @Override
    public void step() {
        TradeWork current = work;
        if (current == null) {
            return;
        }
        boolean onlyRequests = news.remove(Channels.REQUESTS) && news.isEmpty();
        current.answerRequests();
        requests.good();
        if (!onlyRequests || clock.nanos() - keptAt >= safetyNet().toNanos()) {
            news.removeIf(channel -> !channel.equals(Channels.REQUESTS));
            current.keepBooks(() -> news.remove(Channels.REQUESTS));
            keptAt = clock.nanos();
            bookkeeping.good();
        }
        health.worked();
    }

    @Override
    public void standDown() {
        work = null;
    }

    @Override
    public void finish() {
        TradeWork current = work;
        if (current != null) {
            current.finish();
        }
    }
}
