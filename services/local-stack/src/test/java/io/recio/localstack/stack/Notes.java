package io.recio.localstack.stack;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.process.ProcessStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/** What a stack that has run leaves behind in its data directory. */
public final class Notes {

    private Notes() {}

    /** The note of a simulated stack that used these ports. */
    public static void leave(DataDirectory data, Ports ports) {
        Instant now = Instant.now();
        new StackNote(
                        new ProcessStamp(Long.MAX_VALUE, "has ended"),
                        StackOptions.simulated(data.root(), 1, StackOptions.GENERATED, StackOptions.DEFAULT_SEED, null),
                        ports,
                        new ClockAnchor(now, now, 1))
                .write(data);
    }

    /** The directory in which the simulator finds our account's public key. */
    public static Path simulatorKeys(DataDirectory data) throws IOException {
        Path directory = Files.createDirectories(data.secrets().resolve("simulator-keys"));
        Files.copy(
                LaunchPlan.simulatedKey(new Secrets(data.secrets(), new SecureRandom()))
                        .publicKey(),
                directory.resolve(LaunchPlan.SIMULATED_KEY_ID + ".pem"));
        return directory;
    }
}
