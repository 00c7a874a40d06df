package io.recio.pricewatchdog.feed;

import io.recio.coinbase.FeedFreshness;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.coinbase.Trade;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.storage.price.FeedState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the feed stands, on two clocks. A message is timely when it is at most 3 s of business time old on arrival. The feed
 * is silent when its newest timestamp is older than that and nothing timely has come for a moment of real time: at speed 60
 * three business seconds are 50 ms, which a busy machine may need to hand a message over. Not thread-safe.
 */
public final class FeedWatch {

    /** Real time without a timely message that is nobody's fault. */
    private static final Duration MOMENT = Duration.ofMillis(250);

    private final FeedFreshness freshness = new FeedFreshness();
    private @Nullable BusinessTime heardAt;
    private @Nullable SystemTime timelyAt;

    public void trade(Trade trade) {
        freshness.trade(trade);
    }

    public void filled(Trade trade) {
        freshness.filled(trade);
    }

    public void heartbeat(HeartbeatSeen heartbeat) {
        freshness.heartbeat(heartbeat);
    }

    /**
     * Notes when a trade or heartbeat came in.
     *
     * @param now business time at its arrival
     * @return whether it was timely
     */
    public boolean heard(BusinessTime time, BusinessTime now, SystemTime arrivedAt) {
        heardAt = time;
        boolean timely = time.until(now).compareTo(FeedPulse.SILENCE_LIMIT) <= 0;
        if (timely) {
            timelyAt = arrivedAt;
        }
        return timely;
    }

    /** The newest timestamp of the feed. */
    public Optional<BusinessTime> heardAt() {
        return Optional.ofNullable(heardAt);
    }

    /** When the newest timely message arrived. */
    public Optional<SystemTime> timelyAt() {
        return Optional.ofNullable(timelyAt);
    }

    /** The pulse to publish; absent before the first trade. */
    public Optional<FeedPulse> pulse() {
        return freshness.pulse();
    }

    public boolean isSilent(BusinessTime now, SystemTime systemNow) {
        boolean old = heardAt == null || heardAt.until(now).compareTo(FeedPulse.SILENCE_LIMIT) > 0;
        boolean resting = timelyAt == null || timelyAt.until(systemNow).compareTo(MOMENT) > 0;
        return old && resting;
    }

    /** @param backfilling whether history is still being asked for */
    public FeedState state(BusinessTime now, SystemTime systemNow, boolean backfilling) {
        if (isSilent(now, systemNow)) {
            return FeedState.SILENT;
        }
        // On the feed's own time: a trade may follow the heartbeat that names it.
        boolean behind =
                pulse().filter(pulse -> pulse.isBehind(pulse.heardAt())).isPresent();
        if (behind) {
            return FeedState.MISSING_TRADES;
        }
        return backfilling ? FeedState.BACKFILLING : FeedState.LIVE;
    }
}
