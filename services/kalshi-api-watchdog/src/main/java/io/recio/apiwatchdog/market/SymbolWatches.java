package io.recio.apiwatchdog.market;

import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.document.SnapshotFiles;
import io.recio.apiwatchdog.status.ExchangeWatch;
import io.recio.apiwatchdog.work.RestReads;
import io.recio.apiwatchdog.work.Timer;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.settings.SymbolSettings;
import io.recio.storage.settings.SymbolStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The enabled symbols; what the stream says finds its way to the right one here. */
@Singleton
class SymbolWatches {

    private static final Logger LOG = Logger.getLogger(SymbolWatches.class);

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(100);
    private static final Duration SETTINGS_AGE = Duration.ofSeconds(5);
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);
    /** Books of events that closed longer ago are removed. */
    private static final Duration BOOKS_KEPT = Duration.ofHours(24);

    private final Database database;
    private final SymbolStore settings = new SymbolStore();
    private final BoardStore store;
    private final MarketSource source;
    private final RestReads reads;
    private final SnapshotFiles files;
    private final FunctionalHealth health;
    private final ApiWatchdogConfig config;
    private final BusinessClock business;
    private final SystemClock clock;

    private final Map<Symbol, SymbolWatch> watches = new LinkedHashMap<>();
    private final Freshness booksFigure;
    private final Freshness eventsFigure;
    private final Timer settingsTimer = new Timer();
    private final Timer sweep = new Timer();
    private BoardWriter.Revisions revisions = new BoardWriter.Revisions(0);
    private Tempo tempo = new Tempo(1);

    SymbolWatches(
            Database database,
            BoardStore store,
            MarketSource source,
            RestReads reads,
            SnapshotFiles files,
            FunctionalHealth health,
            ApiWatchdogConfig config,
            BusinessClock business,
            SystemClock clock) {
        this.database = database;
        this.store = store;
        this.source = source;
        this.reads = reads;
        this.files = files;
        this.health = health;
        this.config = config;
        this.business = business;
        this.clock = clock;
        this.booksFigure = health.figure("books", config.books().ageLimit());
        this.eventsFigure = health.figure("events", config.discovery().ageLimit());
    }

    /** Loads what was known of each symbol. */
    void open(Fence fence, Tempo clockTempo) {
        watches.clear();
        tempo = clockTempo;
        revisions = new BoardWriter.Revisions(store.newestRevision());
        readSettings(fence);
    }

    /** Takes in what the stream said. */
    void said(SocketMessage message) {
        long nanos = clock.nanos();
        switch (message) {
            case SocketMessage.Connected connected ->
                all(watch -> watch.discovery().catchUp());
            case SocketMessage.Disconnected gone -> all(watch -> watch.disconnected(gone.reason(), nanos));
            case SocketMessage.BookChanged changed -> all(watch -> watch.bookChanged(changed, business.now()));
            case SocketMessage.BookInvalid invalid -> all(watch -> watch.bookInvalid(invalid, nanos));
            case SocketMessage.TickerUpdate ticker -> all(watch -> watch.traded(ticker));
            case SocketMessage.LifecycleChanged life -> all(watch -> watch.lifeChanged(life, business.now(), nanos));
            case SocketMessage.EventListed listed ->
                watches.values().stream()
                        .filter(watch -> watch.board().settings().series().equals(listed.series()))
                        .forEach(watch -> watch.announced(listed.event(), nanos));
            case SocketMessage.EventFeesChanged fees ->
                all(watch -> watch.board().event(fees.event()).ifPresent(event -> event.feesChanged(fees.overrides())));
            case SocketMessage.MessagesLost lost
            when lost.channel() == Channel.LIFECYCLE ->
                all(watch -> watch.discovery().catchUp());
            case SocketMessage.SubscriptionRefused refused ->
                LOG.warnf(
                        "Subscription refused channel=%s code=%d message='%s'",
                        refused.channel(), refused.code(), refused.message());
            case SocketMessage.MessagesLost lost -> {}
            case SocketMessage.TradeReported trade -> {}
            case SocketMessage.FillReported fill -> {}
            case SocketMessage.OrderUpdated order -> {}
            case SocketMessage.PositionUpdated position -> {}
            case SocketMessage.OrderGroupUpdated group -> {}
            case SocketMessage.IndexTicked index -> {}
        }
    }

    /** Looks for events, and for books that must be read another way. */
    void look(BookWatch books, Fence fence) {
        long nanos = clock.nanos();
        if (settingsTimer.isDue(nanos)) {
            readSettings(fence);
        }
        all(watch -> watch.discovery().look(business.now(), clock.nanos()));
        List<SymbolBoard> boards =
                watches.values().stream().map(SymbolWatch::board).toList();
        books.follow(boards, business.now(), nanos);
        books.fallBack(boards, business.now(), nanos);
    }

    void write(Fence fence, Optional<Duration> silence) {
        BoardWriter.Moment moment = moment(silence);
        for (SymbolWatch watch : watches.values()) {
            if (watch.write(fence, moment)) {
                health.worked();
            }
        }
        if (sweep.isDue(moment.nanos())) {
            sweep.restart(moment.nanos(), SWEEP_INTERVAL);
            store.sweep(fence, moment.business().minus(BOOKS_KEPT));
        }
    }

    /** Books are due of each symbol with an open event on a shard that trades. */
    void judge(ExchangeWatch exchange, Optional<Duration> silence) {
        BoardWriter.Moment moment = moment(silence);
        List<Boolean> due = watches.values().stream()
                .filter(watch -> watch.board()
                        .current(moment.business())
                        .filter(event -> exchange.isTrading(event.facts().exchangeIndex()))
                        .isPresent())
                .flatMap(watch -> watch.isBelievable(moment).stream())
                .toList();
        booksFigure.expected(!due.isEmpty());
        if (!due.contains(false)) {
            booksFigure.good();
        }
    }

    void finish(Fence fence, Optional<Duration> silence) {
        BoardWriter.Moment moment = moment(silence);
        all(watch -> watch.finish(fence, moment));
    }

    void close() {
        watches.clear();
    }

    /** How long the desk may sleep. */
    Duration untilDue(long nanos) {
        return watches.values().stream()
                .map(watch -> watch.untilDue(nanos, LONGEST_SLEEP))
                .min(Duration::compareTo)
                .orElse(LONGEST_SLEEP);
    }

    /** The shards on which the watched events trade. */
    Set<Integer> exchangeIndices() {
        Set<Integer> indices = new TreeSet<>();
        all(watch -> watch.board()
                .events()
                .forEach(event -> indices.add(event.facts().exchangeIndex())));
        return indices;
    }

    Collection<SymbolWatch> watches() {
        return watches.values();
    }

    BoardWriter.Moment moment(Optional<Duration> silence) {
        return new BoardWriter.Moment(business.now(), clock.now(), clock.nanos(), silence);
    }

    private void all(Consumer<SymbolWatch> action) {
        watches.values().forEach(action);
    }

    private void readSettings(Fence fence) {
        settingsTimer.restart(clock.nanos(), SETTINGS_AGE);
        List<SymbolSettings> enabled = settings.enabled(database);
        boolean same = enabled.equals(
                watches.values().stream().map(watch -> watch.board().settings()).toList());
        if (same) {
            return;
        }
        watches.values().removeIf(watch -> !enabled.contains(watch.board().settings()));
        for (SymbolSettings each : enabled) {
            watches.computeIfAbsent(each.symbol(), symbol -> watch(each, fence));
        }
        LOG.infof("Watching markets symbols=%s", watches.keySet());
    }

    private SymbolWatch watch(SymbolSettings each, Fence fence) {
        SymbolBoard board = new SymbolBoard(each);
        store.load(each.symbol(), business.now(), clock.nanos(), clock.now()).forEach(board::restore);
        Discovery discovery = new Discovery(
                board,
                source,
                reads,
                config.discovery(),
                tempo,
                business,
                clock,
                eventsFigure::good,
                series -> store.write(fence, series));
        BoardWriter writer = new BoardWriter(board, store, revisions, config.books());
        SymbolWatch watch = new SymbolWatch(board, discovery, writer, files);
        watch.restoreSnapshot(moment(Optional.empty()));
        return watch;
    }
}
