package io.recio.apiwatchdog.market;

import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.status.ExchangeWatch;
import io.recio.apiwatchdog.work.Inbox;
import io.recio.apiwatchdog.work.RestReads;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.model.SocketMessage;
import io.recio.servicekit.Desk;
import io.recio.storage.Channels;
import io.recio.storage.Fence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches the markets: takes in what stream and REST said, asks for what is due, writes what changed, reports. */
@Singleton
class MarketWatch implements Desk {

    private static final Logger LOG = Logger.getLogger(MarketWatch.class);

    private final SymbolWatches symbols;
    private final BookStream.Opener streams;
    private final MarketSource source;
    private final BoardStore store;
    private final ExchangeWatch exchange;
    private final Heartbeat heartbeat;
    private final Inbox inbox;
    private final RestReads reads;
    private final ApiWatchdogConfig config;
    private final SystemClock clock;

    private @Nullable Fence fence;
    private @Nullable BookWatch books;
    private @Nullable BookStream stream;
    private volatile int round;

    MarketWatch(
            SymbolWatches symbols,
            BookStream.Opener streams,
            MarketSource source,
            BoardStore store,
            ExchangeWatch exchange,
            Heartbeat heartbeat,
            Inbox inbox,
            RestReads reads,
            ApiWatchdogConfig config,
            SystemClock clock) {
        this.symbols = symbols;
        this.streams = streams;
        this.source = source;
        this.store = store;
        this.exchange = exchange;
        this.heartbeat = heartbeat;
        this.inbox = inbox;
        this.reads = reads;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Set<String> channels() {
        return Set.of(Channels.SETTINGS);
    }

    @Override
    public Duration safetyNet() {
        return symbols.untilDue(clock.nanos());
    }

    /** Loads what was known; its books are shown as stale until the stream has them again. */
    @Override
    public void recover(Fence held) {
        inbox.clear();
        reads.forget();
        Tempo tempo = store.tempo();
        symbols.open(held, tempo);
        exchange.open();
        int mine = ++round;
        BookStream opened = streams.open(message -> {
            if (mine == round) {
                inbox.put(() -> take(message, mine));
            }
        });
        stream = opened;
        books = new BookWatch(opened, source, reads, config.books(), tempo);
        fence = held;
        heartbeat.begin();
    }

    @Override
    public void step() {
        BookWatch watch = books;
        Fence held = fence;
        if (watch == null || held == null) {
            return;
        }
        inbox.drain();
        symbols.look(watch, held);
        exchange.look(held, symbols.exchangeIndices());
        symbols.write(held, watch.silence());
        symbols.judge(exchange, watch.silence());
        heartbeat.beat(symbols, exchange, watch.silence());
    }

    @Override
    public void standDown() {
        round++;
        fence = null;
        books = null;
        BookStream open = stream;
        stream = null;
        if (open != null) {
            open.close();
        }
        reads.forget();
        inbox.clear();
        symbols.close();
    }

    /** Writes what is pending and the last snapshots. */
    @Override
    public void finish() {
        BookWatch watch = books;
        Fence held = fence;
        if (watch != null && held != null) {
            inbox.drain();
            symbols.finish(held, watch.silence());
        }
        LOG.info("Market watch ends, all is written");
    }

    private void take(SocketMessage message, int from) {
        if (from == round) {
            symbols.said(message);
        }
    }
}
