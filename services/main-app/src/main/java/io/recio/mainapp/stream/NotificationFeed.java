package io.recio.mainapp.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.storage.Channels;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Notifications;
import io.recio.storage.access.DatabaseAccess;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * The one listening connection of this replica. The kit's belongs to the active desk; the screen listens on standby too.
 * Followers are called on an event loop and only wake.
 */
@Singleton
public class NotificationFeed {

    private static final Logger LOG = Logger.getLogger(NotificationFeed.class);

    private static final long RETRY_MS = 500;

    private final Map<String, List<Runnable>> followers = new ConcurrentHashMap<>();
    private final Notifications notifications;
    private final Thread connector;
    private volatile boolean stopping;

    NotificationFeed(Vertx vertx, DatabaseAccess access) {
        this.notifications =
                new Notifications(vertx, access.options(), channels(), (channel, payload) -> tell(channel));
        this.connector =
                Thread.ofPlatform().name("screen-notifications").daemon().unstarted(this::connect);
    }

    /** Calls the follower at each notification of the channel and after each reconnect. */
    public void follow(String channel, Runnable follower) {
        followers.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>()).add(follower);
    }

    void start(@Observes StartupEvent event) {
        connector.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        connector.interrupt();
        notifications.close();
    }

    /** Until the first connection holds; from then on it reconnects by itself. */
    private void connect() {
        while (!stopping) {
            try {
                notifications.start();
                return;
            } catch (DatabaseUnavailable e) {
                LOG.debugf("Not listening yet reason=%s", e.getMessage());
            }
            try {
                Thread.sleep(RETRY_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tell(String channel) {
        followers.getOrDefault(channel, List.of()).forEach(Runnable::run);
    }

    private static Set<String> channels() {
        var channels = new HashSet<>(Set.of(Channels.ANSWERS));
        for (Topic topic : Topic.values()) {
            channels.addAll(topic.channels());
        }
        return channels;
    }
}
