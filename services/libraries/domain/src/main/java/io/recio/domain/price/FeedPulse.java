package io.recio.domain.price;

import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Optional;

/**
 * How lately the price feed was heard, on the feed's own timestamps (PRODUCT, section 3).
 *
 * <p>A quiet tape with heartbeats is fresh; a heartbeat naming a trade we never received is not.
 *
 * @param heardAt the newest tick or heartbeat
 * @param behindSince since when the heartbeats name a later trade than ours; absent when they do not
 */
public record FeedPulse(BusinessTime heardAt, Optional<BusinessTime> behindSince) {

    public static final Duration SILENCE_LIMIT = Duration.ofSeconds(3);
    public static final Duration BEHIND_LIMIT = Duration.ofSeconds(1);

    public static FeedPulse heard(BusinessTime at) {
        return new FeedPulse(at, Optional.empty());
    }

    /** Whether a tick or heartbeat came within the last 3 s. */
    public boolean isHeard(BusinessTime now) {
        return heardAt.until(now).compareTo(SILENCE_LIMIT) <= 0;
    }

    /** Whether trades have been missing for 1 s or longer. */
    public boolean isBehind(BusinessTime now) {
        return behindSince.isPresent() && behindSince.get().until(now).compareTo(BEHIND_LIMIT) >= 0;
    }

    public boolean isFresh(BusinessTime now) {
        return isHeard(now) && !isBehind(now);
    }

    /**
     * The same pulse, its age counted in real time since it was received: a business clock that runs fast does not make a
     * live feed stale. At speed 1 nothing changes but the network's delay.
     */
    public FeedPulse aged(Duration realAge, BusinessTime now) {
        BusinessTime heard = now.minus(realAge);
        return new FeedPulse(heard, behindSince.map(since -> heard.minus(since.until(heardAt))));
    }
}
