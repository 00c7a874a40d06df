package io.recio.localstack.command;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a service has logged. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show what a service has logged.")
final class LogsCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 300;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", description = "Such as trade-manager, postgres or local-stack.")
    private String service = "";

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "200",
            description = "How many of the newest lines (default 200).")
    private int lines = 200;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing new lines until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = existing(data.directory());
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] all = new byte[Math.toIntExact(file.length())];
            file.readFully(all);
            List<String> said = new String(all, StandardCharsets.UTF_8).lines().toList();
            said.subList(Math.max(0, said.size() - lines), said.size()).forEach(System.out::println);
            while (follow) {
                Thread.sleep(LOOK_MILLIS);
                showNew(file);
            }
        }
        return 0;
    }

    /** A log that has shrunk was rotated: it is read from its beginning. */
    private static void showNew(RandomAccessFile file) throws IOException {
        if (file.length() < file.getFilePointer()) {
            file.seek(0);
        }
        byte[] fresh = new byte[Math.toIntExact(file.length() - file.getFilePointer())];
        file.readFully(fresh);
        System.out.write(fresh);
        System.out.flush();
    }

    private Path existing(DataDirectory directory) throws IOException {
        Path log = directory.log(service);
        if (service.matches("[a-z-]+") && Files.exists(log)) {
            return log;
        }
        if (!Files.isDirectory(directory.logs())) {
            throw new Refused("there are no logs in " + directory.root());
        }
        try (Stream<Path> files = Files.list(directory.logs())) {
            List<String> known = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
            throw new Refused("service must be one of " + known + ", was '" + service + "'");
        }
    }
}
