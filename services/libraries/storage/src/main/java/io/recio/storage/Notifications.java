package io.recio.storage;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Listens on one dedicated connection of its own, not through a transaction pooler.
 *
 * <p>After every (re)connect each listener is called once with an empty payload: listen, then read.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Notifications.class);

    private static final long LONGEST_DELAY_MS = 1_000;
    private static final long CONNECT_TIMEOUT_SECONDS = 10;

    private final PgSubscriber subscriber;
    private final Collection<String> channels;
    private final BiConsumer<String, String> listener;
    private volatile boolean connected;

    /**
     * @param listener told channel and payload on an event loop; it only wakes, it never works there
     */
    public Notifications(
            Vertx vertx, PgConnectOptions options, Collection<String> channels, BiConsumer<String, String> listener) {
        this.channels = List.copyOf(channels);
        this.listener = listener;
        this.subscriber = PgSubscriber.subscriber(vertx, options);
        subscriber.reconnectPolicy(retries -> {
            connected = false;
            return Math.min(LONGEST_DELAY_MS, 50L << Math.min(retries, 5));
        });
        for (String channel : this.channels) {
            subscriber
                    .channel(channel)
                    .subscribeHandler(subscribed -> {
                        connected = true;
                        listener.accept(channel, "");
                    })
                    .handler(payload -> listener.accept(channel, payload));
        }
    }

    /**
     * Connects and listens; keeps reconnecting from then on.
     *
     * @throws DatabaseUnavailable when the first connection fails: call again
     */
    public void start() {
        if (channels.isEmpty()) {
            return;
        }
        try {
            subscriber
                    .connect()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DatabaseUnavailable("database cannot be listened to: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while connecting", e);
        }
        LOG.debugf("Listening channels=%s", channels);
    }

    public boolean isConnected() {
        return connected;
    }

    @Override
    public void close() {
        subscriber.close();
    }
}
