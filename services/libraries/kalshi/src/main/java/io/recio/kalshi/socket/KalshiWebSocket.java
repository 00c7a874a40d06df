package io.recio.kalshi.socket;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The exchange's stream. Once started it stays connected: it signs its handshake, asks for what is wanted, notices
 * silence, and connects again after a pause with jitter.
 *
 * <p>Messages are delivered one at a time, in order, on Vert.x threads; the listener must return at once and may call
 * this object. All methods may be called from any thread.
 */
public final class KalshiWebSocket implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KalshiWebSocket.class);
    private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final KalshiEndpoint endpoint;
    private final KalshiSigner signer;
    private final SystemClock clock;
    private final SocketSettings settings;

    private final Interests interests = new Interests();
    private final Troubles troubles = new Troubles();
    private final Reconnects reconnects;
    private final Outbox outbox;

    private boolean running;
    private int attempt;
    private int connections;
    private long heardAt;
    private long lookTimer;
    private @Nullable WebSocket socket;
    private @Nullable SocketSession session;

    /**
     * @param clock its nanoseconds measure silence, answers and pauses
     * @param random spreads the pauses
     * @param listener takes every message; what it throws is logged and goes no further
     */
    public KalshiWebSocket(
            Vertx vertx,
            KalshiEndpoint endpoint,
            KalshiSigner signer,
            SystemClock clock,
            SocketSettings settings,
            RandomGenerator random,
            Consumer<SocketMessage> listener) {
        this.vertx = vertx;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxFrameSize(LARGEST_MESSAGE)
                .setMaxMessageSize(LARGEST_MESSAGE)
                .setTcpNoDelay(true));
        this.endpoint = endpoint;
        this.signer = signer;
        this.clock = clock;
        this.settings = settings;
        this.reconnects = new Reconnects(settings, random);
        this.outbox = new Outbox(listener, troubles);
    }

    /** Connects, and from now on stays connected. */
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        lookTimer = vertx.setPeriodic(settings.lookInterval().toMillis(), timer -> look());
        connect();
    }

    /** Ends the connection for good. */
    @Override
    public synchronized void close() {
        running = false;
        vertx.cancelTimer(lookTimer);
        drop("closed by us");
        client.close();
    }

    /** Wants a channel without naming markets: all, or all of our own. */
    public void subscribe(Channel channel) {
        want(channel, Set.of());
    }

    /** Wants exactly these markets of the channel; added and removed ones are told to the exchange. None: no books. */
    public void subscribe(Channel channel, Collection<MarketTicker> tickers) {
        want(channel, tickers.stream().map(MarketTicker::value).collect(Collectors.toSet()));
    }

    /** Wants exactly these settlement indices, such as {@code BRTI}. */
    public void subscribeIndices(Set<String> indexIds) {
        want(Channel.INDEX, indexIds);
    }

    public synchronized void unsubscribe(Channel channel) {
        interests.forget(channel);
        aligned(channel);
    }

    /** Throws the books of these markets away and asks for them once more. */
    public synchronized void resnapshot(Collection<MarketTicker> tickers) {
        SocketSession current = session;
        if (current != null) {
            current.resnapshot(tickers.stream().map(MarketTicker::value).toList(), clock.nanos());
            outbox.flush();
        }
    }

    public synchronized boolean isConnected() {
        return session != null;
    }

    /**
     * The exchange's id of the channel's confirmed subscription on this connection; empty while there is none. Another id
     * means that it was subscribed anew, and messages in between are lost.
     */
    public synchronized Optional<Long> subscriptionId(Channel channel) {
        return session == null ? Optional.empty() : session.subscriptionId(channel);
    }

    /** How long nothing has come, pings included; empty without a connection. */
    public synchronized Optional<Duration> silence() {
        return session == null ? Optional.empty() : Optional.of(Duration.ofNanos(clock.nanos() - heardAt));
    }

    /** How often something came that could not be used, by kind. */
    public Map<String, Long> troubles() {
        return troubles.counts();
    }

    private synchronized void want(Channel channel, Set<String> names) {
        interests.want(channel, names);
        aligned(channel);
    }

    private void aligned(Channel channel) {
        SocketSession current = session;
        if (current != null) {
            current.wishChanged(channel, clock.nanos());
            outbox.flush();
        }
    }

    private void connect() {
        int mine = ++attempt;
        vertx.executeBlocking(() -> signer.headers("GET", endpoint.wsUrl().getPath()), false)
                .compose(headers -> client.connect(options(headers)))
                .onSuccess(connected -> opened(mine, connected))
                .onFailure(failure -> ended(
                        mine,
                        new SocketMessage.Disconnected(
                                "cannot connect: " + failure.getMessage(), refusesKey(failure))));
    }

    private WebSocketConnectOptions options(Map<String, String> headers) {
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        options.setAbsoluteURI(endpoint.wsUrl().toString());
        options.setTimeout(settings.connectTimeout().toMillis());
        headers.forEach(options::addHeader);
        return options;
    }

    private synchronized void opened(int mine, WebSocket connected) {
        if (!running || mine != attempt) {
            connected.close();
            return;
        }
        socket = connected;
        heardAt = clock.nanos();
        reconnects.opened(heardAt);
        SocketSession opened = new SocketSession(
                interests, settings.answerTimeout(), connected::writeTextMessage, outbox::add, troubles);
        session = opened;
        connected.frameHandler(frame -> heard(mine));
        connected.textMessageHandler(text -> text(mine, text));
        connected.closeHandler(nothing -> ended(mine, closeReason(connected)));
        connected.exceptionHandler(failure -> troubles.count("connection", "", String.valueOf(failure.getMessage())));
        connections++;
        LOG.infof("Connected to the Kalshi stream connection=%d", connections);
        outbox.add(new SocketMessage.Connected(connections));
        opened.opened(heardAt);
        outbox.flush();
    }

    private synchronized void heard(int mine) {
        if (mine == attempt) {
            heardAt = clock.nanos();
        }
    }

    private synchronized void text(int mine, String text) {
        SocketSession current = session;
        if (mine != attempt || current == null) {
            return;
        }
        current.text(text, clock.nanos());
        outbox.flush();
        current.broken().ifPresent(this::drop);
    }

    private synchronized void look() {
        SocketSession current = session;
        if (current == null) {
            return;
        }
        long now = clock.nanos();
        if (now - heardAt >= settings.silence().toNanos()) {
            drop("silent for " + Duration.ofNanos(now - heardAt).toMillis() + " ms");
            return;
        }
        current.look(now);
        outbox.flush();
    }

    /** Gives the connection up, whether or not the other side notices. */
    private void drop(String reason) {
        WebSocket dropped = socket;
        ended(attempt, reason);
        if (dropped != null) {
            dropped.close();
        }
    }

    private void ended(int mine, String reason) {
        ended(mine, new SocketMessage.Disconnected(reason));
    }

    private synchronized void ended(int mine, SocketMessage.Disconnected how) {
        if (mine != attempt) {
            return;
        }
        long now = clock.nanos();
        SocketSession ended = session;
        socket = null;
        session = null;
        attempt++;
        if (ended != null) {
            ended.closed(now);
        }
        if (running) {
            Duration pause = reconnects.pause(now);
            LOG.warnf(
                    "Lost the Kalshi stream connection=%d reason='%s' pauseMs=%d",
                    connections, how.reason(), pause.toMillis());
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> reconnect());
        }
        outbox.add(how);
        outbox.flush();
    }

    private synchronized void reconnect() {
        if (running && session == null) {
            connect();
        }
    }

    private static boolean refusesKey(Throwable failure) {
        return failure instanceof UpgradeRejectedException rejected
                && (rejected.getStatus() == UNAUTHORIZED || rejected.getStatus() == FORBIDDEN);
    }

    private static String closeReason(WebSocket closed) {
        Short status = closed.closeStatusCode();
        return status == null ? "connection lost" : "closed by the exchange status=" + status;
    }
}
