package io.recio.coinbase;

import io.recio.coinbase.FeedFrame.ErrorFrame;
import io.recio.coinbase.FeedFrame.HeartbeatFrame;
import io.recio.coinbase.FeedFrame.OtherFrame;
import io.recio.coinbase.FeedFrame.SubscriptionsFrame;
import io.recio.coinbase.FeedFrame.TradeFrame;
import io.recio.coinbase.FeedMessage.Connected;
import io.recio.coinbase.FeedMessage.Disconnected;
import io.recio.coinbase.FeedMessage.FeedError;
import io.recio.domain.time.SystemClock;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * The live trades of one or more products from the exchange's public WebSocket (EXCHANGES F1), kept alive until closed.
 *
 * <p>A socket that cannot be opened, closes, breaks or falls silent is replaced after a jittered, doubling wait. Trades
 * that the outage swallowed are named by {@code TradesMissed} once the new socket speaks. All of it happens on one
 * event loop, the caller's when created on one; {@link #start}, {@link #close} and {@link #count} may be called from
 * any thread.
 */
public final class CoinbaseFeed implements AutoCloseable {

    /** Where the connection stands. Handlers of a socket that is no longer the phase's own do nothing. */
    private sealed interface Phase {
        record Connecting(ClientWebSocket socket, long since) implements Phase {}

        record Subscribing(ClientWebSocket socket) implements Phase {}

        record Live(ClientWebSocket socket) implements Phase {}

        record Waiting(long since, Duration delay) implements Phase {}

        record Closed() implements Phase {}
    }

    private static final Logger LOG = Logger.getLogger(CoinbaseFeed.class);

    private final Vertx vertx;
    private final Context context;
    private final WebSocketClient client;
    private final FeedListener listener;
    private final FeedSettings settings;
    private final SystemClock clock;
    private final Backoff backoff;
    private final SilenceWatch silence;
    private final FeedReader reader;
    private final FeedTallies tallies = new FeedTallies();
    private final AtomicBoolean started = new AtomicBoolean();

    private volatile boolean closed;
    private Phase phase = new Phase.Closed();
    private int failures;
    private long timer;

    /** @param random jitters the waits between connections */
    public CoinbaseFeed(
            Vertx vertx, FeedSettings settings, SystemClock clock, RandomGenerator random, FeedListener listener) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setClosingTimeout(1));
        this.listener = listener;
        this.settings = settings;
        this.clock = clock;
        this.backoff = new Backoff(settings.shortestRetry(), settings.longestRetry(), random);
        this.silence = new SilenceWatch(clock, settings.silenceLimit());
        this.reader = new FeedReader(settings.products(), tallies);
    }

    /** Connects, now and whenever needed, until closed. Returns at once. */
    public void start() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("feed must be started once, was started before");
        }
        context.runOnContext(_ -> {
            if (!closed) {
                timer = vertx.setPeriodic(settings.lookInterval().toMillis(), _ -> look());
                connect();
            }
        });
    }

    public long count(FeedTally tally) {
        return tallies.of(tally);
    }

    /** Ends the feed; the listener hears nothing after the message it may be hearing now. */
    @Override
    public void close() {
        closed = true;
        context.runOnContext(_ -> {
            Phase last = phase;
            phase = new Phase.Closed();
            vertx.cancelTimer(timer);
            closeSocket(last);
            client.close();
        });
    }

    /** Checks once, on the event loop, what time demands; for tests that own the clock. */
    CompletableFuture<Void> lookNow() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        context.runOnContext(_ -> {
            look();
            done.complete(null);
        });
        return done;
    }

    private void look() {
        switch (phase) {
            case Phase.Connecting connecting -> {
                if (isOver(connecting.since, settings.connectTimeout())) {
                    lost("no connection within " + settings.connectTimeout().toMillis() + " ms");
                }
            }
            case Phase.Subscribing _, Phase.Live _ -> silence.fault().ifPresent(this::lost);
            case Phase.Waiting waiting -> {
                if (isOver(waiting.since, waiting.delay)) {
                    connect();
                }
            }
            case Phase.Closed _ -> {}
        }
    }

    private void connect() {
        ClientWebSocket socket = client.webSocket();
        phase = new Phase.Connecting(socket, clock.nanos());
        socket.textMessageHandler(text -> ifCurrent(socket, () -> heard(text)));
        socket.binaryMessageHandler(bytes ->
                ifCurrent(socket, () -> reader.malformed("binary", "expected text", bytes.length() + " bytes")));
        socket.exceptionHandler(fault -> ifCurrent(socket, () -> lost(describe(fault))));
        socket.closeHandler(
                _ -> ifCurrent(socket, () -> lost("closed by the exchange, code " + socket.closeStatusCode())));
        socket.connect(Settings.address(new WebSocketConnectOptions(), settings.url(), "/"))
                .onComplete(answer -> connected(socket, answer));
    }

    private void connected(ClientWebSocket socket, AsyncResult<?> answer) {
        if (answer.failed()) {
            ifCurrent(socket, () -> lost(describe(answer.cause())));
        } else if (phase instanceof Phase.Connecting connecting && connecting.socket == socket) {
            phase = new Phase.Subscribing(socket);
            silence.opened();
            reader.connected();
            // The exchange closes a connection that does not subscribe within 5 s.
            socket.writeTextMessage(reader.subscription());
        } else {
            socket.close();
        }
    }

    private void heard(String text) {
        reader.parse(text).ifPresent(frame -> {
            noteAlive(frame);
            reader.interpret(frame).forEach(this::tell);
        });
    }

    private void noteAlive(FeedFrame frame) {
        switch (frame) {
            case TradeFrame trade -> {
                silence.heard(trade.trade().product());
                flowing();
            }
            case HeartbeatFrame heartbeat -> {
                silence.heard(heartbeat.product());
                backoff.reset();
                flowing();
            }
            case SubscriptionsFrame _ -> flowing();
            case ErrorFrame error ->
                LOG.warnf("Coinbase feed complained message=%s reason=%s", error.message(), error.reason());
            case OtherFrame _ -> {}
        }
    }

    private void flowing() {
        if (phase instanceof Phase.Subscribing(ClientWebSocket socket)) {
            phase = new Phase.Live(socket);
            failures = 0;
            tallies.add(FeedTally.CONNECTIONS);
            LOG.infof("Connected to the Coinbase feed url=%s products=%s", settings.url(), settings.products());
            tell(new Connected());
        }
    }

    private void lost(String reason) {
        Phase last = phase;
        Duration delay = backoff.next();
        phase = new Phase.Waiting(clock.nanos(), delay);
        closeSocket(last);
        if (last instanceof Phase.Live) {
            LOG.warnf("Lost the Coinbase feed reason=%s retryInMillis=%d", reason, delay.toMillis());
            tell(new Disconnected(reason));
        } else {
            failures++;
            LOG.logf(
                    failures == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "Could not reach the Coinbase feed url=%s reason=%s failures=%d retryInMillis=%d",
                    settings.url(),
                    reason,
                    failures,
                    delay.toMillis());
            tell(new FeedError("Could not reach the feed", reason));
        }
    }

    private void tell(FeedMessage message) {
        if (closed) {
            return;
        }
        try {
            listener.on(message);
        } catch (RuntimeException e) {
            tallies.add(FeedTally.LISTENER_FAULTS);
            LOG.errorf(e, "Listener failed on a message of the Coinbase feed message=%s", message);
        }
    }

    private void ifCurrent(ClientWebSocket socket, Runnable action) {
        boolean current =
                switch (phase) {
                    case Phase.Connecting connecting -> connecting.socket == socket;
                    case Phase.Subscribing subscribing -> subscribing.socket == socket;
                    case Phase.Live live -> live.socket == socket;
                    case Phase.Waiting _, Phase.Closed _ -> false;
                };
        if (current) {
            action.run();
        }
    }

    /** A socket still connecting is closed when its connection arrives. */
    private static void closeSocket(Phase last) {
        switch (last) {
            case Phase.Subscribing subscribing -> subscribing.socket.close();
            case Phase.Live live -> live.socket.close();
            case Phase.Connecting _, Phase.Waiting _, Phase.Closed _ -> {}
        }
    }

    private boolean isOver(long since, Duration limit) {
        return clock.nanos() - since >= limit.toNanos();
    }

    private static String describe(Throwable fault) {
        return Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
    }
}
