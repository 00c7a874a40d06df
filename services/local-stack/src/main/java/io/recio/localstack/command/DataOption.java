package io.recio.localstack.command;

import io.recio.localstack.control.ControlClient;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.refusal.Refused;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option every command has. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the database, secrets, logs and files live (default: data, beside the recio script).")
    private @Nullable Path given;

    DataOption() {}

    DataDirectory directory() {
        Path named = given;
        return new DataDirectory(named == null ? Home.find().defaultData() : named);
    }

    /** @throws Refused when no stack runs there */
    ControlClient runningStack() {
        DataDirectory data = directory();
        return ControlClient.of(data)
                .orElseThrow(() -> new Refused("no stack runs on " + data.root() + "; see 'recio status'"));
    }
}
