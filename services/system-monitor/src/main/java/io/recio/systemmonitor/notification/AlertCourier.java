package io.recio.systemmonitor.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.recio.storage.Database;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Fence;
import io.recio.storage.LeaseLost;
import io.recio.storage.Statements;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.MonitorConfig.ChannelSettings;
import io.recio.systemmonitor.notification.DeliveryStore.Claimed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries alerts to people, on a thread of its own: a provider that hangs must not keep the monitor from looking. Works only
 * while the lease is held, and proves it in every transaction, so that two monitors never tell the same.
 */
@Singleton
public class AlertCourier {

    private static final Logger LOG = Logger.getLogger(AlertCourier.class);

    private final Database database;
    private final Channels channels;
    private final MonitorConfig.Notification config;
    private final MeterRegistry metrics;
    private final DeliveryStore store = new DeliveryStore();
    private @Nullable Round round;

    /** One term of the lease. */
    private record Round(Fence fence, CountDownLatch over, Thread thread) {}

    AlertCourier(Database database, Channels channels, MonitorConfig config, MeterRegistry metrics) {
        this.database = database;
        this.channels = channels;
        this.config = config.notification();
        this.metrics = metrics;
    }

    /** Goes on with what waits in the outbox. */
    public synchronized void start(Fence fence) {
        stop();
        CountDownLatch over = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().name("alert-courier").daemon().unstarted(() -> carry(fence, over));
        round = new Round(fence, over, thread);
        thread.start();
        LOG.infof("Carrying alerts channels=%s", channels.settings().keySet());
    }

    /** What is being sent is sent; nothing else. */
    public synchronized void stop() {
        Round now = round;
        round = null;
        if (now != null) {
            now.over().countDown();
        }
    }

    private void carry(Fence fence, CountDownLatch over) {
        try {
            do {
                try {
                    turn(fence, over);
                } catch (DatabaseUnavailable | LeaseLost e) {
                    LOG.debugf("Alerts wait reason=%s", e.getMessage());
                } catch (RuntimeException e) {
                    LOG.errorf(e, "Alerts are not carried, trying again");
                }
            } while (!over.await(config.poll().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Fence fence, CountDownLatch over) {
        database.fenced(fence, statements -> {
            store.routeAcknowledged(statements);
            store.unrouted(statements).forEach(alert -> {
                if (store.route(statements, alert, config.duplicateWindow())) {
                    tell(statements, alert);
                }
            });
            store.unanswered(statements, config.escalateAfter(), config.escalations())
                    .forEach(alert -> tell(statements, alert));
            store.end(statements, config.giveUpAfter());
            return true;
        });
        for (String channel : channels.settings().keySet()) {
            if (over.getCount() > 0) {
                send(fence, channel);
            }
        }
    }

    private void tell(Statements statements, Alert alert) {
        channels.settings().forEach((name, settings) -> {
            if (alert.isTest() || alert.severity().compareTo(settings.leastSeverity()) >= 0) {
                store.add(statements, alert.id(), name, alert.step());
            }
        });
    }

    private void send(Fence fence, String channel) {
        ChannelSettings settings = channels.settings().get(channel);
        UUID fresh = UUID.randomUUID();
        // Claimed for longer than the attempt can last: whoever takes over meanwhile does not send beside us.
        Duration until = settings.timeout().multipliedBy(3).plus(config.poll());
        Optional<Claimed> claimed = database.fenced(fence, statements -> {
            if (!store.isRested(statements, channel, settings.leastInterval())) {
                return Optional.empty();
            }
            boolean busy = store.sentWithinAnHour(statements, channel) >= settings.hourlyLimit();
            return store.claim(statements, channel, fresh, until, busy ? Severity.CRITICAL : Severity.INFO);
        });
        claimed.ifPresent(each -> send(fence, channel, each));
    }

    private void send(Fence fence, String channel, Claimed claimed) {
        Message message = new Message(claimed.message(), claimed.alerts(), config.runbooks());
        try {
            channels.channel(channel).send(message);
            database.fenced(fence, statements -> {
                store.sent(statements, claimed.message());
                return true;
            });
            count(channel, "sent");
            LOG.infof(
                    "Alerts told channel=%s alerts=%d title='%s'",
                    channel, claimed.alerts().size(), message.title());
        } catch (NotDelivered e) {
            Duration again = DeliveryPace.after(claimed.attempts(), e.after());
            database.fenced(fence, statements -> {
                store.failed(statements, claimed.message(), String.valueOf(e.getMessage()), again);
                return true;
            });
            count(channel, "failed");
            LOG.warnf("Alerts not told channel=%s again=%s reason='%s'", channel, again, e.getMessage());
        }
    }

    private void count(String channel, String outcome) {
        metrics.counter("system_monitor_alert_messages_total", "channel", channel, "outcome", outcome)
                .increment();
    }
}
