package io.recio.trademanager.api;

import io.quarkus.runtime.ShutdownEvent;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Notifications;
import io.recio.storage.access.DatabaseAccess;
import io.recio.storage.trading.RequestStore;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits for answers: a notification wakes every waiter, each looks at its own row. Listens on a connection of its own, from
 * the first wait on, for the desk's belongs to the active instance.
 */
@Singleton
class AnswerWait {

    /** A missed notification costs this. */
    private static final Duration SAFETY_NET = Duration.ofMillis(500);

    private final Database database;
    private final SystemClock clock;
    private final Notifications notifications;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    /** Apart from the other: while listening begins, the event loop rings already. */
    private final ReentrantLock beginning = new ReentrantLock();

    private boolean listening;

    AnswerWait(Vertx vertx, Database database, SystemClock clock, DatabaseAccess access) {
        this.database = database;
        this.clock = clock;
        this.notifications =
                new Notifications(vertx, access.options(), Set.of(Channels.ANSWERS), (channel, payload) -> ring());
    }

    /** The answer as stored, or empty when none comes in time. */
    Optional<String> await(RequestStore requests, UUID request, Duration longest) {
        listen();
        long end = clock.nanos() + longest.toNanos();
        while (true) {
            long heard = rings();
            Optional<String> answer = requests.answer(database, request);
            long left = end - clock.nanos();
            if (answer.isPresent() || left <= 0) {
                return answer;
            }
            awaitRing(heard, Math.min(left, SAFETY_NET.toNanos()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        notifications.close();
    }

    /** Once; without it the safety net carries. */
    private void listen() {
        beginning.lock();
        try {
            if (!listening) {
                notifications.start();
                listening = true;
            }
        } catch (DatabaseUnavailable e) {
            listening = false;
        } finally {
            beginning.unlock();
        }
    }

    private void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    private void awaitRing(long heard, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (rings == heard && left > 0) {
                left = rung.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
