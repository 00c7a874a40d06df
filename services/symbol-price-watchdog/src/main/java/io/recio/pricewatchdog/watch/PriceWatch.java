package io.recio.pricewatchdog.watch;

import io.recio.coinbase.FeedTally;
import io.recio.coinbase.ProductId;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.pricewatchdog.MarketDataConfig;
import io.recio.pricewatchdog.PriceWatchdogConfig;
import io.recio.pricewatchdog.alert.PriceAlerts;
import io.recio.pricewatchdog.backfill.Backfill;
import io.recio.pricewatchdog.backfill.TradeHistory;
import io.recio.pricewatchdog.feed.PriceFeeds;
import io.recio.pricewatchdog.feed.PriceFeeds.PriceFeed;
import io.recio.pricewatchdog.index.IndexFeeds;
import io.recio.pricewatchdog.index.IndexFeeds.IndexFeed;
import io.recio.pricewatchdog.track.PriceTrack;
import io.recio.servicekit.Desk;
import io.recio.servicekit.DeskRunner;
import io.recio.storage.Fence;
import io.recio.storage.settings.SymbolSettings;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The desk of the price watchdog: opens feed and backfill, takes what they bring, commits what follows. All of it belongs to
 * one lease; the next begins anew, from our own log.
 */
@Singleton
class PriceWatch implements Desk {

    private static final Logger LOG = Logger.getLogger(PriceWatch.class);

    /** How often silence is looked for when nothing comes in. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration HEARTBEAT = Duration.ofMinutes(1);

    /** What belongs to one lease. */
    private record Work(
            Queue<Inbound> inbox,
            SymbolWatch watch,
            PriceWriter writer,
            Backfill backfill,
            PriceFeed feed,
            IndexFeed index) {

        private void close() {
            feed.close();
            index.close();
            backfill.close();
        }
    }

    private final PriceWatchdogConfig config;
    private final Symbol symbol;
    private final PriceStore store;
    private final PriceFeeds feeds;
    private final IndexFeeds indices;
    private final TradeHistory exchange;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final WatchFigures figures;
    private final Runnable waker;

    private @Nullable Work work;
    private long reportedAt;

    PriceWatch(
            PriceWatchdogConfig config,
            MarketDataConfig market,
            PriceStore store,
            PriceFeeds feeds,
            IndexFeeds indices,
            TradeHistory exchange,
            BusinessClock clock,
            SystemClock systemClock,
            WatchFigures figures,
            Instance<DeskRunner> runner) {
        this.config = config;
        this.symbol = Symbol.of(market.symbol());
        this.store = store;
        this.feeds = feeds;
        this.indices = indices;
        this.exchange = exchange;
        this.clock = clock;
        this.systemClock = systemClock;
        this.figures = figures;
        this.waker = () -> runner.get().wake();
    }

    @Override
    public Set<String> channels() {
        return Set.of();
    }

    @Override
    public Duration safetyNet() {
        Work current = work;
        return current == null ? LOOK : current.writer.untilDue(LOOK);
    }

    /** @throws IllegalStateException when the symbol is not among the settings */
    @Override
    public void recover(Fence fence) {
        SymbolSettings settings = store.settings(symbol)
                .orElseThrow(() -> new IllegalStateException(
                        "RECIO_SYMBOL must be an enabled row of settings.symbols, was '" + symbol + "'"));
        ProductId product = new ProductId(settings.coinbaseProduct());
        BusinessTime now = clock.now();
        store.markCached(symbol);

        Queue<Inbound> inbox = new ConcurrentLinkedQueue<>();
        Backfill backfill = new Backfill(
                exchange, product, config.backfill().pages(), answer -> put(inbox, new Inbound.Answered(answer)));
        PriceTrack track = new PriceTrack(symbol);
        History history = new History(
                symbol, track, store, backfill::ask, config.backfill().depth());
        SymbolWatch watch = new SymbolWatch(
                symbol, track, history, alerts(), config.alerts().moveSeconds(), figures, systemClock.now());
        PriceWriter writer = new PriceWriter(symbol, store, track, history, watch, figures, systemClock, config);
        writer.keepDays(now);
        history.load(now);
        PriceFeed feed = feeds.open(
                product,
                message -> put(
                        inbox, new Inbound.FeedHeard(message, clock.now(), systemClock.now(), systemClock.nanos())));
        IndexFeed index = indices.open(settings.indexId(), value -> put(inbox, new Inbound.IndexHeard(value)));
        work = new Work(inbox, watch, writer, backfill, feed, index);
        reportedAt = systemClock.nanos();
    }

    @Override
    public void step() {
        Work current = work;
        if (current == null) {
            return;
        }
        BusinessTime now = clock.now();
        SystemTime systemNow = systemClock.now();
        drain(current, now);
        current.watch.look(now, systemNow);
        current.writer.keepDays(now);
        current.writer.write(now, false);
        current.watch.takeAlerts().forEach(alert -> {
            LOG.infof("Raised an alert code=%s message='%s'", alert.code(), alert.message());
            store.raise(alert);
        });
        report(current, now, systemNow);
    }

    @Override
    public void standDown() {
        Work last = work;
        work = null;
        if (last != null) {
            last.close();
        }
    }

    /** Writes what is pending; the feeds are closed first, so that nothing more comes in. */
    @Override
    public void finish() {
        Work last = work;
        work = null;
        if (last != null) {
            last.close();
            drain(last, clock.now());
            last.writer.write(clock.now(), true);
            LOG.infof("Wrote the last seconds symbol=%s rows=%d", symbol, last.writer.rows());
        }
    }

    private PriceAlerts alerts() {
        PriceWatchdogConfig.Alerts settings = config.alerts();
        return new PriceAlerts(
                symbol,
                settings.movePercent().doubleValue(),
                settings.moveSeconds(),
                settings.levels().orElse(List.of()).stream().map(SpotPrice::of).toList(),
                settings.gap());
    }

    private void put(Queue<Inbound> inbox, Inbound message) {
        inbox.add(message);
        waker.run();
    }

    private void drain(Work current, BusinessTime now) {
        for (Inbound next = current.inbox.poll(); next != null; next = current.inbox.poll()) {
            current.watch.take(next, now);
            current.writer.noteNews(next instanceof Inbound.FeedHeard heard ? heard.nanos() : systemClock.nanos());
        }
    }

    /** A line and a row each minute of real time. */
    private void report(Work current, BusinessTime now, SystemTime systemNow) {
        long nanos = systemClock.nanos();
        if (nanos - reportedAt < HEARTBEAT.toNanos()) {
            return;
        }
        reportedAt = nanos;
        String state = current.watch.state(now, systemNow).name();
        LOG.infof(
                "Watching symbol=%s state=%s heardAt=%s trades=%d rows=%d",
                symbol, state, current.watch.heardAt().orElse(null), current.watch.trades(), current.writer.rows());
        store.report(new JsonObject()
                .put("symbol", symbol.value())
                .put("state", state)
                .put(
                        "heardAt",
                        current.watch.heardAt().map(BusinessTime::toString).orElse(null))
                .put("trades", current.watch.trades())
                .put("rows", current.writer.rows())
                .put("malformed", current.feed.count(FeedTally.MALFORMED))
                .put("missedTrades", current.feed.count(FeedTally.MISSED_TRADES))
                .put("connections", current.feed.count(FeedTally.CONNECTIONS)));
    }
}
