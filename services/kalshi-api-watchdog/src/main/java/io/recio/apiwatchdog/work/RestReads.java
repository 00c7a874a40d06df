package io.recio.apiwatchdog.work;

import io.recio.apiwatchdog.work.Reading.Answered;
import io.recio.apiwatchdog.work.Reading.Failed;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.errors.KalshiException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * REST reads away from the desk: each on a virtual thread, at most one of a name under way; results come back through the
 * inbox. All methods are called on the desk's thread.
 */
@Singleton
public final class RestReads {

    private static final Logger LOG = Logger.getLogger(RestReads.class);

    private final Inbox inbox;
    private final SystemClock clock;
    private final Executor threads;
    private final Set<String> underWay = new HashSet<>();
    private volatile int round;

    @Inject
    RestReads(Inbox inbox, SystemClock clock) {
        this(inbox, clock, work -> Thread.ofVirtual().name("rest-read").start(work));
    }

    private RestReads(Inbox inbox, SystemClock clock, Executor threads) {
        this.inbox = inbox;
        this.clock = clock;
        this.threads = threads;
    }

    /** Reads on threads of the caller's choice. */
    public static RestReads on(Executor threads, Inbox inbox, SystemClock clock) {
        return new RestReads(inbox, clock, threads);
    }

    /**
     * Starts the read.
     *
     * @return false when one of this name is still under way
     */
    public <T> boolean start(String name, Supplier<T> read, Consumer<Reading<T>> handler) {
        if (!underWay.add(name)) {
            return false;
        }
        int mine = round;
        threads.execute(() -> {
            if (mine != round) {
                return;
            }
            Reading<T> reading = read(name, read);
            if (mine == round) {
                inbox.put(() -> handle(mine, name, reading, handler));
            }
        });
        return true;
    }

    /** Whatever is still under way is forgotten: its result will not be handled. */
    public void forget() {
        round++;
        underWay.clear();
    }

    private <T> void handle(int mine, String name, Reading<T> reading, Consumer<Reading<T>> handler) {
        if (mine == round) {
            underWay.remove(name);
            handler.accept(reading);
        }
    }

    private <T> Reading<T> read(String name, Supplier<T> read) {
        SystemTime askedAt = clock.now();
        long started = clock.nanos();
        try {
            T value = read.get();
            return new Answered<>(value, askedAt, Duration.ofNanos(clock.nanos() - started));
        } catch (KalshiException e) {
            LOG.debugf("Read failed read=%s reason=%s", name, e.getMessage());
            return new Failed<>(String.valueOf(e.getMessage()), askedAt);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Read broke read=%s", name);
            return new Failed<>(e.toString(), askedAt);
        }
    }
}
