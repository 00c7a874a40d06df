package io.recio.mainapp;

import io.recio.fixtures.TestDatabase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Plays those who keep prices and tables fresh: until it is closed, what there is stays as old as a second. */
public final class LiveFeeds implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-feeds").daemon().factory());

    public LiveFeeds(TestDatabase database) {
        timer.scheduleAtFixedRate(
                () -> database.execute("UPDATE live_data.latest_price SET heard_at = clock_timestamp();"
                        + "UPDATE live_data.strike_table SET computed_at = clock_timestamp()"),
                0,
                1,
                TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.close();
    }
}
