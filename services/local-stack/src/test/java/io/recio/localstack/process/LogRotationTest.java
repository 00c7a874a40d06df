package io.recio.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

    @Test
    void emptiesALargeLogUnderItsWriterAndKeepsThreeOlderOnes(@TempDir Path directory) throws IOException {
        Path log = directory.resolve("trade-manager.log");
        LogRotation rotation = new LogRotation(directory, 5);
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 1; i <= 5; i++) {
                writer.write(("line " + i + "\n").getBytes(StandardCharsets.UTF_8));
                rotation.sweep();
            }
            writer.write("new\n".getBytes(StandardCharsets.UTF_8));
            rotation.sweep();
        }

        assertThat(log).hasContent("new\n");
        assertThat(directory.resolve("trade-manager.log.1")).hasContent("line 5\n");
        assertThat(directory.resolve("trade-manager.log.3")).hasContent("line 3\n");
        assertThat(directory.resolve("trade-manager.log.4")).doesNotExist();
    }
}
