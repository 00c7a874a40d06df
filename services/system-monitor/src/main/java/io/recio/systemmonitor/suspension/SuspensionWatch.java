package io.recio.systemmonitor.suspension;

import io.recio.systemmonitor.MonitorConfig;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When to suspend and when to restore. Not thread-safe; time is monotonic nanoseconds. */
public final class SuspensionWatch {

    /** What to do now. */
    public enum Step {
        NOTHING,
        SUSPEND,
        RESTORE
    }

    private final MonitorConfig.Suspension config;
    private boolean suspended;
    private @Nullable Long criticalSince;
    private @Nullable Long wellSince;

    /** @param suspended whether a former instance left our row behind */
    public SuspensionWatch(MonitorConfig.Suspension config, boolean suspended) {
        this.config = config;
        this.suspended = suspended;
    }

    /** @param critical what is critically wrong, if anything */
    public Step look(Optional<String> critical, long now) {
        if (critical.isPresent()) {
            wellSince = null;
            criticalSince = criticalSince == null ? Long.valueOf(now) : criticalSince;
            return !suspended && lasts(criticalSince, now, config.after()) ? become(true) : Step.NOTHING;
        }
        criticalSince = null;
        wellSince = wellSince == null ? Long.valueOf(now) : wellSince;
        return suspended && lasts(wellSince, now, config.restoreAfter()) ? become(false) : Step.NOTHING;
    }

    public boolean isSuspended() {
        return suspended;
    }

    private Step become(boolean next) {
        suspended = next;
        return next ? Step.SUSPEND : Step.RESTORE;
    }

    private static boolean lasts(long since, long now, Duration limit) {
        return now - since >= limit.toNanos();
    }
}
