package io.recio.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessStampTest {

    @Test
    void tellsAProcessFromALaterOneWithItsNumber() throws IOException, InterruptedException {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessStamp stamp = ProcessStamp.of(sleeper.pid()).orElseThrow();

            assertThat(stamp.lives()).isTrue();
            assertThat(stamp.handle().map(ProcessHandle::pid)).contains(sleeper.pid());
            assertThat(new ProcessStamp(sleeper.pid(), "1@another-boot").lives())
                    .isFalse();
            assertThat(new ProcessStamp(sleeper.pid(), "1@another-boot").handle())
                    .isEmpty();

            sleeper.destroyForcibly().waitFor();
            assertThat(stamp.lives()).isFalse();
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void knowsWhoWorksInADirectoryAndWithWhichEnvironment(@TempDir Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "61").directory(directory.toFile());
        builder.environment().put("RECIO_INSTANCE", "trade-manager-0a1b2c");
        Process sleeper = builder.start();
        try {
            assertThat(ProcessTable.livingIn(directory)).containsExactly(sleeper.pid());
            assertThat(ProcessTable.commandOf(sleeper.pid())).containsExactly("sleep", "61");
            assertThat(ProcessTable.environmentOf(sleeper.pid(), "RECIO_INSTANCE"))
                    .contains("trade-manager-0a1b2c");
        } finally {
            sleeper.destroyForcibly();
        }
    }
}
