package io.recio.storage;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgChannel;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens on one dedicated connection of its own, not through a transaction pooler: that hands the session to others between
 * transactions, and what was listened to is forgotten. {@link #start()} proves that a notification arrives.
 *
 * <p>After every (re)connect each listener is called once with an empty payload: listen, then read.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Notifications.class);

    private static final long LONGEST_DELAY_MS = 1_000;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration HEARING_TIMEOUT = Duration.ofSeconds(3);

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final Collection<String> channels;
    private final BiConsumer<String, String> listener;
    private volatile @Nullable PgSubscriber subscriber;
    private volatile boolean connected;

    /**
     * @param listener told channel and payload on an event loop; it only wakes, it never works there
     */
    public Notifications(
            Vertx vertx, PgConnectOptions options, Collection<String> channels, BiConsumer<String, String> listener) {
        this.vertx = vertx;
        this.options = options;
        this.channels = List.copyOf(channels);
        this.listener = listener;
    }

    /**
     * Connects, listens and proves that it hears; keeps reconnecting from then on.
     *
     * @throws DatabaseUnavailable when the first connection fails, or nothing is heard on it: call again
     */
    public void start() {
        if (channels.isEmpty()) {
            return;
        }
        PgSubscriber attempt = newSubscriber();
        CompletableFuture<Void> heard = new CompletableFuture<>();
        String probe = "listening_" + UUID.randomUUID().toString().replace("-", "");
        PgChannel proof = attempt.channel(probe).handler(payload -> heard.complete(null));
        Future<Void> connecting = attempt.connect();
        try {
            await(connecting, "database cannot be listened to: ");
            send(probe);
            awaitHearing(heard);
            proof.handler(null);
            subscriber = attempt;
        } finally {
            if (subscriber != attempt) {
                abandon(attempt, connecting);
            }
        }
        LOG.debugf("Listening channels=%s", channels);
    }

    public boolean isConnected() {
        return connected;
    }

    @Override
    public void close() {
        PgSubscriber listening = subscriber;
        if (listening != null) {
            listening.close();
        }
    }

    private PgSubscriber newSubscriber() {
        PgSubscriber made = PgSubscriber.subscriber(vertx, options);
        made.reconnectPolicy(retries -> {
            connected = false;
            return Math.min(LONGEST_DELAY_MS, 50L << Math.min(retries, 5));
        });
        for (String channel : channels) {
            made.channel(channel)
                    .subscribeHandler(subscribed -> {
                        connected = true;
                        listener.accept(channel, "");
                    })
                    .handler(payload -> listener.accept(channel, payload));
        }
        return made;
    }

    /** One that has failed cannot connect again; one that connects late must not stay. */
    private void abandon(PgSubscriber attempt, Future<Void> connecting) {
        connected = false;
        attempt.close();
        connecting.onSuccess(late -> {
            PgConnection connection = attempt.actualConnection();
            if (connection != null) {
                connection.close();
            }
        });
    }

    /** On a connection of its own, as everybody else's notifications are. */
    private void send(String channel) {
        await(
                PgConnection.connect(vertx, options)
                        .compose(connection ->
                                connection.query("NOTIFY " + channel).execute().eventually(() -> connection.close())),
                "database cannot be notified: ");
    }

    private void awaitHearing(CompletableFuture<Void> heard) {
        try {
            heard.get(HEARING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DatabaseUnavailable(
                    "LISTEN needs a direct connection: a notification was sent and not heard within "
                            + HEARING_TIMEOUT.toSeconds() + " s; " + options.getHost() + ":" + options.getPort()
                            + " looks like a transaction pooler",
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hearing cannot fail", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static <T> T await(Future<T> future, String what) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DatabaseUnavailable(what + DatabaseErrors.reasonOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new DatabaseUnavailable(what + "no answer within " + CONNECT_TIMEOUT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static DatabaseUnavailable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DatabaseUnavailable("interrupted while connecting", e);
    }
}
