package io.recio.servicekit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Wakes one waiting thread; several wake-ups before it looks count as one. */
final class Wakeup {

    private final AtomicBoolean due = new AtomicBoolean();
    private volatile Thread waiting = Thread.currentThread();

    void wake() {
        if (due.compareAndSet(false, true)) {
            LockSupport.unpark(waiting);
        }
    }

    /** Returns when woken, at once if that happened since the last return, or when the time is over. */
    void await(Duration longest) {
        waiting = Thread.currentThread();
        long end = System.nanoTime() + longest.toNanos();
        while (!due.get()) {
            long left = end - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                break;
            }
            LockSupport.parkNanos(this, left);
        }
        due.set(false);
    }
}
