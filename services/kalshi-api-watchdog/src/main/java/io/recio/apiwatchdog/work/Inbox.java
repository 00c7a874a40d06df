package io.recio.apiwatchdog.work;

import io.recio.servicekit.DeskRunner;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Work that came from elsewhere for the desk's thread. Putting is thread-safe and never waits. */
@Singleton
public final class Inbox {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    @Inject
    Inbox(Provider<DeskRunner> runner) {
        this(() -> runner.get().wake());
    }

    private Inbox(Runnable wake) {
        this.wake = wake;
    }

    /** An inbox that wakes its desk in another way. */
    public static Inbox waking(Runnable wake) {
        return new Inbox(wake);
    }

    public void put(Runnable work) {
        waiting.add(work);
        wake.run();
    }

    /** Does what is waiting, in order, on the calling thread. */
    public void drain() {
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }

    public void clear() {
        waiting.clear();
    }
}
