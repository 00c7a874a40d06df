package io.recio.simulator.coinbase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.domain.time.BusinessClock;
import io.recio.simulator.clock.ClockSpeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes the feed look whenever something is due, at most every 2 ms and at least every 20 ms of real time; it sends
 * whatever the business clock has made due since, so that nothing drifts at high speed.
 */
@ApplicationScoped
class FeedLoop {

    private static final Logger LOG = Logger.getLogger(FeedLoop.class);
    private static final long SHORTEST_NANOS = 2_000_000;
    private static final long LONGEST_NANOS = 20_000_000;

    private final Feed feed;
    private final BusinessClock clock;
    private final ClockSpeed speed;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "coinbase-feed"));

    @Inject
    FeedLoop(Feed feed, BusinessClock clock, ClockSpeed speed) {
        this.feed = feed;
        this.clock = clock;
        this.speed = speed;
    }

    /** Counting the month first also proves the prices, so that a bad setting refuses to start. */
    void start(@Observes StartupEvent event) {
        feed.warm();
        thread.execute(this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void look() {
        long pause = LONGEST_NANOS;
        try {
            feed.sendDue();
            pause = speed.realTime(clock.now().until(feed.nextDue())).toNanos();
        } catch (RuntimeException e) {
            LOG.error("The Coinbase feed failed and goes on", e);
        }
        if (!thread.isShutdown()) {
            thread.schedule(this::look, Math.clamp(pause, SHORTEST_NANOS, LONGEST_NANOS), TimeUnit.NANOSECONDS);
        }
    }
}
