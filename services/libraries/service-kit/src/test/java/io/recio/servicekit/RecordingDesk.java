package io.recio.servicekit;

import io.recio.storage.Channels;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.Fence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desk that writes down what it is told. */
@Singleton
class RecordingDesk implements Desk {

    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean failNextStep;

    @Override
    public Set<String> channels() {
        return Set.of(Channels.SETTINGS);
    }

    @Override
    public Duration safetyNet() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void recover(Fence fence) {
        calls.add("recover " + fence.epoch());
    }

    @Override
    public void step() {
        if (failNextStep) {
            failNextStep = false;
            throw new DatabaseUnavailable("broken on purpose", new IllegalStateException());
        }
        calls.add("step");
    }

    @Override
    public void standDown() {
        calls.add("stand down");
    }
}
