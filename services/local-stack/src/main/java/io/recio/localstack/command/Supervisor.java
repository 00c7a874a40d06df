package io.recio.localstack.command;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that stays when {@code up} returns. */
final class Supervisor {

    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-Xmx64m");

    private Supervisor() {}

    /** Starts it in a session of its own, so that it outlives the terminal. */
    static Process detached(DataDirectory data) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Drecio.home=" + Home.find().root());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.recio.localstack.LocalStack"));
        command.addAll(List.of("serve", "--data", data.root().toString()));
        return new ProcessBuilder(command)
                .directory(data.root().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.log("local-stack").toFile()))
                .start();
    }
}
