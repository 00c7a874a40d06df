package io.recio.coinbase;

import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether one product's price may be used: a tick or heartbeat within 3 s, and no heartbeat naming a later trade than
 * ours for 1 s. A quiet tape, 12 to 18 s without a trade, is no fault while heartbeats come (PRODUCT, section 3).
 *
 * <p>Judged on the feed's own timestamps in business time, so that a feed at speed 60 is not stale. The limits are those
 * of {@link FeedPulse}. Not thread-safe: it belongs to the thread that handles the feed's messages.
 */
public final class FeedFreshness {

    /** What stands in the way of using the price, worst first. */
    public enum Condition {
        FRESH,
        /** No trade has been seen yet, so there is no price. */
        UNHEARD,
        /** No tick and no heartbeat for more than 3 s. */
        SILENT,
        /** Heartbeats have named a later trade than ours for 1 s or longer. */
        BEHIND
    }

    private @Nullable Trade newest;
    private @Nullable BusinessTime heardAt;
    private @Nullable BusinessTime behindSince;
    private long lastTradeId;

    /** A trade came over the feed. */
    public void trade(Trade trade) {
        hear(trade.time());
        filled(trade);
    }

    /** A trade came by REST: it closes the distance, but proves nothing about the feed. */
    public void filled(Trade trade) {
        if (newest == null || isNewer(trade, newest)) {
            newest = trade;
        }
        if (isCaughtUp()) {
            behindSince = null;
        }
    }

    public void heartbeat(HeartbeatSeen heartbeat) {
        // Heartbeats come in order, so the last one also corrects a time too far ahead.
        heardAt = heartbeat.time();
        lastTradeId = heartbeat.lastTradeId();
        if (isCaughtUp()) {
            behindSince = null;
        } else if (behindSince == null) {
            behindSince = heartbeat.time();
        }
    }

    /** The pulse to publish beside the price; absent before the first trade. */
    public Optional<FeedPulse> pulse() {
        if (newest == null || heardAt == null) {
            return Optional.empty();
        }
        return Optional.of(new FeedPulse(heardAt, Optional.ofNullable(behindSince)));
    }

    public Condition condition(BusinessTime now) {
        return pulse().map(pulse -> !pulse.isHeard(now)
                        ? Condition.SILENT
                        : pulse.isBehind(now) ? Condition.BEHIND : Condition.FRESH)
                .orElse(Condition.UNHEARD);
    }

    private void hear(BusinessTime time) {
        if (heardAt == null || time.isAfter(heardAt)) {
            heardAt = time;
        }
    }

    private boolean isCaughtUp() {
        return newest != null && newest.id() >= lastTradeId;
    }

    /** By time first: ids may begin anew after the exchange restarts. */
    private static boolean isNewer(Trade trade, Trade than) {
        int byTime = trade.time().compareTo(than.time());
        return byTime > 0 || (byTime == 0 && trade.id() > than.id());
    }
}
