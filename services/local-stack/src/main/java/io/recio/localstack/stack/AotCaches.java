package io.recio.localstack.stack;

import io.recio.localstack.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Caches of loaded and linked classes (JEP 483, 514), which halve the work of a JVM's start. A process without a cache
 * records what it loads when it stops gracefully; the recording is made into a cache after everything has stopped. A cache
 * is named after JDK, flags and program files: when one of them changes it is simply not found any more.
 */
final class AotCaches {

    private static final Logger LOG = Logger.getLogger(AotCaches.class);

    private static final int MAKERS = 2;

    /** The number is that of the local-stack that asked for it. */
    private static final Pattern RECORDING = Pattern.compile(".*-(\\d+)\\.recording");

    private final Path directory;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();

    /** @param command the process's own, without main class */
    private record Recording(Path cache, Path file, List<String> command) {}

    AotCaches(Path directory) {
        this.directory = directory;
        forgetAbandoned();
    }

    /** The arguments that use the cache; nothing when there is none. */
    List<String> use(String module, String key) {
        Path cache = cache(module, key);
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /** The arguments that record for a cache; nothing when the module records already. */
    List<String> record(String module, String key, List<String> command) {
        if (recordings.containsKey(module)) {
            return List.of();
        }
        Path file = directory.resolve(
                module + "-" + key + "-" + ProcessHandle.current().pid() + ".recording");
        recordings.put(module, new Recording(cache(module, key), file, List.copyOf(command)));
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + file, "-Xlog:aot=error");
    }

    /**
     * Makes caches of what has been recorded. Takes some seconds each; failing only costs speed.
     *
     * @param steady modules whose processes ran from start to stop; what others recorded is not typical and is forgotten
     */
    void make(Set<String> steady, Progress progress) {
        List<Map.Entry<String, Recording>> made = recordings.entrySet().stream()
                .filter(entry -> isWhole(entry.getValue().file(), steady.contains(entry.getKey())))
                .toList();
        if (made.isEmpty()) {
            return;
        }
        progress.step("Making " + made.size() + " AOT caches for faster starts, once per build");
        try (ExecutorService makers = Executors.newFixedThreadPool(MAKERS)) {
            made.forEach(entry -> makers.execute(() -> make(entry.getKey(), entry.getValue())));
        }
    }

    /** Recordings of a local-stack that has gone before it made caches of them. */
    private void forgetAbandoned() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(AotCaches::isAbandoned).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf("Old recordings cannot be removed directory=%s reason=%s", directory, e.getMessage());
        }
    }

    private static boolean isAbandoned(Path file) {
        Matcher name = RECORDING.matcher(file.getFileName().toString());
        return name.matches()
                && ProcessTable.startOf(Long.parseLong(name.group(1))).isEmpty();
    }

    private Path cache(String module, String key) {
        return directory.resolve(module + "-" + key + ".aot");
    }

    private static boolean isWhole(Path recording, boolean steady) {
        try {
            if (steady && Files.exists(recording) && Files.size(recording) > 0) {
                return true;
            }
            Files.deleteIfExists(recording);
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private void make(String module, Recording recording) {
        List<String> command = new ArrayList<>(recording.command());
        command.addAll(
                1,
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recording.file(),
                        "-XX:AOTCache=" + recording.cache() + ".new",
                        "-Xlog:aot=error"));
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            Path fresh = Path.of(recording.cache() + ".new");
            if (status == 0 && Files.exists(fresh)) {
                forgetOlder(module);
                Files.move(fresh, recording.cache());
            } else {
                LOG.warnf("AOT cache not made module=%s status=%d", module, status);
            }
            Files.deleteIfExists(recording.file());
        } catch (IOException e) {
            LOG.warnf("AOT cache not made module=%s reason=%s", module, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetOlder(String module) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> isCacheOf(path, module)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isCacheOf(Path file, String module) {
        return Optional.ofNullable(file.getFileName())
                .map(Path::toString)
                .filter(name -> name.matches(module + "-[0-9a-f]{16}\\.aot"))
                .isPresent();
    }
}
