package io.recio.servicekit;

import io.recio.domain.time.SystemClock;
import io.recio.storage.Fence;
import io.recio.storage.lease.LeaseStore;
import java.time.Duration;

/**
 * A lease while we hold it. {@link #isTrusted()} looks only at the monotonic clock: the holder stops acting 1.5 s after the
 * last good renewal was sent, before anybody else can have taken over.
 */
public final class ActiveLease {

    private final LeaseStore store;
    private final Fence fence;
    private final Duration trust;
    private final SystemClock clock;
    private volatile long lastGoodRenewal;
    private volatile boolean lost;

    ActiveLease(LeaseStore store, Fence fence, Duration trust, SystemClock clock, long takenAt) {
        this.store = store;
        this.fence = fence;
        this.trust = trust;
        this.clock = clock;
        this.lastGoodRenewal = takenAt;
    }

    public Fence fence() {
        return fence;
    }

    /** Whether acting is still safe. */
    public boolean isTrusted() {
        return !lost && clock.nanos() - lastGoodRenewal < trust.toNanos();
    }

    void renew() {
        long sent = clock.nanos();
        if (store.renew(fence)) {
            lastGoodRenewal = sent;
        } else {
            lost = true;
        }
    }

    void release() {
        lost = true;
        store.release(fence);
    }
}
