package io.recio.mainapp.trade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.time.SystemClock;
import io.recio.mainapp.stream.NotificationFeed;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.json.DomainJson;
import io.recio.storage.trading.RequestStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits for the trade manager's answers: a notification wakes every waiter, each looks at its own row. */
@Singleton
class Answers {

    /** A missed notification costs this. */
    private static final Duration SAFETY_NET = Duration.ofMillis(500);

    private final Database database;
    private final SystemClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition answered = lock.newCondition();
    private long rings;

    Answers(Database database, SystemClock clock, NotificationFeed feed) {
        this.database = database;
        this.clock = clock;
        feed.follow(Channels.ANSWERS, this::ring);
    }

    /** The answer, or empty when none comes in time. */
    Optional<JsonNode> await(RequestStore requests, UUID requestId, Duration longest) {
        long end = clock.nanos() + longest.toNanos();
        while (true) {
            long heard = rings();
            Optional<String> answer = requests.answer(database, requestId);
            if (answer.isPresent()) {
                return answer.map(Answers::parse);
            }
            long left = end - clock.nanos();
            if (left <= 0) {
                return Optional.empty();
            }
            awaitRing(heard, Math.min(left, SAFETY_NET.toNanos()));
        }
    }

    private void ring() {
        lock.lock();
        try {
            rings++;
            answered.signalAll();
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
            if (rings == heard) {
                long left = answered.awaitNanos(nanos);
                assert left <= TimeUnit.SECONDS.toNanos(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static JsonNode parse(String json) {
        try {
            return DomainJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer must be JSON, was unreadable", e);
        }
    }
}
