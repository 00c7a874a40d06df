package io.recio.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

    @TempDir
    private Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private ProcessNotes notes;
    private SupervisedProcess process;

    @BeforeEach
    void prepare() {
        notes = new ProcessNotes(directory);
        process = supervised("exec sleep 60", Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() throws Exception {
        process.thaw();
        process.stop().get(10, TimeUnit.SECONDS);
        timer.shutdownNow();
    }

    @Test
    void startsAgainWhatHasBeenKilled() {
        process.start();
        InstanceView first = process.view();

        process.kill();

        await().untilAsserted(() -> {
            assertThat(process.view().state()).isEqualTo("running");
            assertThat(process.view().restarts()).isEqualTo(1);
        });
        assertThat(process.view().pid()).isNotEqualTo(first.pid());
        assertThat(process.view().instance()).matches("sleeper-[0-9a-f]{6}").isNotEqualTo(first.instance());
    }

    @Test
    void waitsBetweenStartsOfWhatKeepsExiting() {
        process = supervised("exit 3", Duration.ofSeconds(5));

        process.start();

        await().untilAsserted(() -> assertThat(process.view().restarts()).isGreaterThanOrEqualTo(3));
        await().untilAsserted(() -> assertThat(process.view().state()).isEqualTo("waiting"));
    }

    @Test
    void keepsStoppedWhatWasStopped() throws Exception {
        process.start();
        assertThat(notes.alive()).hasSize(1);

        process.stop().get(10, TimeUnit.SECONDS);

        assertThat(process.view().state()).isEqualTo("stopped");
        assertThat(process.view().restarts()).isZero();
        assertThat(notes.alive()).isEmpty();
    }

    @Test
    void endsWhatDoesNotStopInTime() throws Exception {
        Path ready = directory.resolve("ready");
        process = supervised("trap '' TERM; touch " + ready + "; while :; do sleep 0.1; done", Duration.ofMillis(200));
        process.start();
        await().until(() -> Files.exists(ready));

        process.stop().get(10, TimeUnit.SECONDS);

        assertThat(process.view().state()).isEqualTo("stopped");
    }

    @Test
    void showsAFrozenProcessAndEndsItOnRestart() {
        process.start();
        Long pid = process.view().pid();

        process.freeze();
        await().untilAsserted(() -> assertThat(process.view().state()).isEqualTo("frozen"));

        process.restart();
        await().untilAsserted(() -> {
            assertThat(process.view().state()).isEqualTo("running");
            assertThat(process.view().pid()).isNotEqualTo(pid);
        });
    }

    @Test
    void takesOverAProcessThatAnEarlierSupervisorStarted() throws IOException {
        process.start();
        ProcessNote note = notes.alive().getFirst();
        SupervisedProcess successor = supervised("exec sleep 60", Duration.ofSeconds(5));

        successor.adopt(note, note.process().handle().orElseThrow());

        assertThat(successor.view().adopted()).isTrue();
        assertThat(successor.view().pid()).isEqualTo(note.process().pid());
        assertThat(successor.view().instance()).isEqualTo(note.instance());
        successor.stop().join();
        assertThat(note.process().lives()).isFalse();
    }

    private SupervisedProcess supervised(String script, Duration grace) {
        Launch launch = new Launch(
                "sleeper",
                "sleeper",
                List.of("sh", "-c", script),
                List.of("sh", "-c", script),
                Map.of(),
                directory,
                directory.resolve("sleeper.log"),
                1,
                Signal.TERM,
                grace,
                "fingerprint");
        return new SupervisedProcess(launch, notes, timer, InstantSource.system(), new Random(7));
    }
}
