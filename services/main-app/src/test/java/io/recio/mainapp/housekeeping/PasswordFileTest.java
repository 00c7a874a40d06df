package io.recio.mainapp.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    Path directory;

    @Test
    void takesTheGivenPassword() throws IOException {
        Path given = Files.writeString(directory.resolve("password"), "from a secret\n");
        assertThat(PasswordFile.read(given)).contains("from a secret");
    }

    @Test
    void readsWhatItWrote() {
        Path file = directory.resolve("made");
        PasswordFile.write(file, "random");
        assertThat(PasswordFile.read(file)).contains("random");
    }

    @Test
    void findsNoPasswordWhereNoneIs() throws IOException {
        assertThat(PasswordFile.read(directory.resolve("missing"))).isEmpty();
        assertThat(PasswordFile.read(Files.writeString(directory.resolve("blank"), "\n")))
                .isEmpty();
    }
}
