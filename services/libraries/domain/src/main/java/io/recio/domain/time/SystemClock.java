package io.recio.domain.time;

import java.time.InstantSource;

/** Tells the real time, as a moment and as a monotonic count. */
public interface SystemClock {

    SystemTime now();

    /** Nanoseconds since an arbitrary origin, never going back: for elapsed time, leases and timeouts. */
    long nanos();

    /** The clock of this machine. */
    static SystemClock of(InstantSource source) {
        return new SystemClock() {
            @Override
            public SystemTime now() {
                return new SystemTime(source.instant());
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
