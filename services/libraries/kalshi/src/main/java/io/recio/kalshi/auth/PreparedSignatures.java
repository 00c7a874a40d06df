package io.recio.kalshi.auth;

import io.recio.domain.time.SystemClock;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Access headers of one call, made ahead of their time: what is signed holds no body, only time, method and path.
 *
 * <p>One stands ready for each quarter of a second up to a second ahead. It is given out once, when its time has come and for
 * three quarters after, well within what any server may demand of a timestamp; who finds none signs for himself. Thread
 * safe.
 */
final class PreparedSignatures {

    static final Duration STEP = Duration.ofMillis(250);
    static final Duration AHEAD = Duration.ofSeconds(1);
    static final Duration OLDEST = Duration.ofMillis(750);

    private final CredentialSource credentials;
    private final SystemClock clock;
    private final LongFunction<Made> maker;
    private final NavigableMap<Long, Made> ready = new TreeMap<>();
    private long lastTaken = Long.MIN_VALUE;

    /** Headers and the key they were made with. */
    record Made(KalshiCredentials key, Map<String, String> headers) {}

    /** @param maker signs for a time in milliseconds */
    PreparedSignatures(CredentialSource credentials, SystemClock clock, LongFunction<Made> maker) {
        this.credentials = credentials;
        this.clock = clock;
        this.maker = maker;
    }

    /** Makes what is missing and forgets what is too old. Signing happens here. */
    void prepare() {
        long now = clock.now().epochMilli();
        long step = STEP.toMillis();
        forget(now);
        for (long time = now - now % step; time <= now + AHEAD.toMillis(); time += step) {
            if (isMissing(time)) {
                put(time, maker.apply(time));
            }
        }
    }

    /** The newest whose time has come; empty when there is none, or the key has been replaced. */
    synchronized Optional<Map<String, String>> take() {
        long now = clock.now().epochMilli();
        Map.Entry<Long, Made> newest = ready.floorEntry(now);
        if (newest == null || newest.getKey() < now - OLDEST.toMillis()) {
            return Optional.empty();
        }
        ready.remove(newest.getKey());
        lastTaken = Math.max(lastTaken, newest.getKey());
        Made made = newest.getValue();
        return made.key().equals(credentials.current()) ? Optional.of(made.headers()) : Optional.empty();
    }

    private synchronized void forget(long now) {
        ready.headMap(now - OLDEST.toMillis()).clear();
        KalshiCredentials key = credentials.current();
        ready.values().removeIf(made -> !made.key().equals(key));
    }

    /** One that was given out is not made again. */
    private synchronized boolean isMissing(long time) {
        return time > lastTaken && !ready.containsKey(time);
    }

    private synchronized void put(long time, Made made) {
        ready.put(time, made);
    }
}
