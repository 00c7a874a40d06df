package io.recio.apiwatchdog.work;

import java.time.Duration;

/** Says when something is due again, on the monotonic clock. Due at first. */
public final class Timer {

    private boolean set;
    private long dueAt;

    public boolean isDue(long nanos) {
        return !set || nanos - dueAt >= 0;
    }

    /** Due again after the pause. */
    public void restart(long nanos, Duration pause) {
        set = true;
        dueAt = nanos + pause.toNanos();
    }

    /** Due now. */
    public void hurry() {
        set = false;
    }

    /** How long until it is due; zero when it is. */
    public Duration left(long nanos) {
        return isDue(nanos) ? Duration.ZERO : Duration.ofNanos(dueAt - nanos);
    }
}
