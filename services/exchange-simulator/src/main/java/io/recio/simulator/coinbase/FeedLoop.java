package io.recio.simulator.coinbase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Makes the feed look every 5 ms of real time; it sends whatever the business clock has made due since. */
@ApplicationScoped
class FeedLoop {

    private static final Logger LOG = Logger.getLogger(FeedLoop.class);
    private static final long PERIOD_MILLIS = 5;

    private final Feed feed;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "coinbase-feed"));

    @Inject
    FeedLoop(Feed feed) {
        this.feed = feed;
    }

    /** Counting the month first also proves the prices, so that a bad setting refuses to start. */
    void start(@Observes StartupEvent event) {
        feed.warm();
        thread.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    // The feed goes on after a fault of ours: an executor would otherwise drop the task without a word.
    private void look() {
        try {
            feed.sendDue();
        } catch (RuntimeException e) {
            LOG.error("The Coinbase feed failed and goes on", e);
        }
    }
}
