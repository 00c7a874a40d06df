package io.recio.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.process.ProcessNote;
import io.recio.localstack.process.ProcessNotes;
import io.recio.localstack.process.ProcessStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();
    private DataDirectory data;

    @BeforeEach
    void prepare() {
        data = new DataDirectory(directory).prepared();
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void findsNothingInAFreshDirectory() {
        assertThat(Leftovers.of(data).isEmpty()).isTrue();
    }

    @Test
    void findsANotedProcessThatLivesAndEndsIt() throws IOException {
        ProcessStamp process = sleeper("/", "");
        note("trade-manager", process);
        List<String> said = new ArrayList<>();

        Leftovers left = Leftovers.of(data);
        left.end(said::add);

        assertThat(left.describe()).isEqualTo("trade-manager (pid " + process.pid() + ")");
        assertThat(said)
                .containsExactly(
                        "Ended trade-manager (pid " + process.pid() + "), left behind by a local-stack that had gone");
        assertThat(process.lives()).isFalse();
    }

    @Test
    void leavesAStrangerAloneThatGotTheNumber() throws IOException {
        ProcessStamp stranger = sleeper("/", "");
        note("trade-manager", new ProcessStamp(stranger.pid(), "12@an-earlier-boot"));

        assertThat(Leftovers.of(data).isEmpty()).isTrue();
        assertThat(stranger.lives()).isTrue();
    }

    @Test
    void findsAServiceOfTheDirectoryWithoutANote() throws IOException {
        ProcessStamp process = sleeper(directory.toString(), "main-app-0a1b2c");

        assertThat(Leftovers.of(data).describe()).isEqualTo("main-app (pid " + process.pid() + ")");
    }

    @Test
    void endsDependantsFirst() throws IOException {
        note("exchange-simulator", sleeper("/", ""));
        note("trade-manager", sleeper("/", ""));
        note("system-monitor", sleeper("/", ""));

        assertThat(Leftovers.of(data).processes().stream().map(ProcessNote::name))
                .containsExactly("system-monitor", "trade-manager", "exchange-simulator");
    }

    @Test
    void ignoresAPostmasterFileThatNamesAProcessElsewhere() throws IOException {
        ProcessStamp stranger = sleeper("/", "");
        Files.createDirectories(data.postgres());
        Files.writeString(
                data.postgres().resolve("postmaster.pid"), stranger.pid() + "\n/elsewhere\n1\n54321\n\n127.0.0.1\n");

        assertThat(Leftovers.of(data).isEmpty()).isTrue();
    }

    @Test
    void findsThePostmasterThatWorksInTheCluster() throws IOException {
        Files.createDirectories(data.postgres());
        ProcessStamp server = sleeper(data.postgres().toString(), "");
        Files.writeString(
                data.postgres().resolve("postmaster.pid"),
                server.pid() + "\n" + data.postgres() + "\n1\n54321\n\n127.0.0.1\n");

        assertThat(Leftovers.of(data).postgres()).contains(server);
    }

    private ProcessStamp sleeper(String workingDirectory, String instance) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec sleep 60")
                .directory(Path.of(workingDirectory).toFile());
        if (!instance.isEmpty()) {
            builder.environment().put("RECIO_INSTANCE", instance);
        }
        Process process = builder.start();
        started.add(process);
        return ProcessStamp.of(process.pid()).orElseThrow();
    }

    private void note(String name, ProcessStamp process) {
        new ProcessNotes(data.run())
                .write(new ProcessNote(name, name + "-1", process, "fingerprint", Instant.EPOCH, 1, 0));
    }
}
