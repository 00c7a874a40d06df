package io.recio.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the operating system knows of processes: {@code /proc}, or less precisely the JDK where there is none. */
public final class ProcessTable {

    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    private ProcessTable() {}

    /**
     * When the process started, in a form that no later process with the same number can have: ticks since boot and the
     * boot's own id. Empty when it has ended, zombies included.
     */
    public static Optional<String> startOf(long pid) {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Instant::toString);
        }
        return stat(pid)
                .filter(fields -> !List.of("Z", "X").contains(fields[STATE]))
                .map(fields -> fields[START_TICKS] + "@" + bootId());
    }

    /** Whether the process is stopped by a signal (SIGSTOP). */
    public static boolean isFrozen(long pid) {
        return stat(pid).map(fields -> fields[STATE].equals("T")).orElse(false);
    }

    /** Memory of the process with shared pages split among their users (PSS), in bytes. */
    public static OptionalLong memoryBytes(long pid) {
        try (Stream<String> lines = Files.lines(proc(pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    /** The live processes whose working directory it is. */
    public static List<Long> livingIn(Path directory) {
        try (Stream<Path> entries = Files.list(PROC)) {
            Path real = directory.toRealPath();
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid -> worksIn(pid, real))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The command line of the process, or nothing when it is not ours to see. */
    public static List<String> commandOf(long pid) {
        return nullSeparated(proc(pid, "cmdline"));
    }

    /** A variable of the environment the process was started with. */
    public static Optional<String> environmentOf(long pid, String variable) {
        return nullSeparated(proc(pid, "environ")).stream()
                .filter(entry -> entry.startsWith(variable + "="))
                .map(entry -> entry.substring(variable.length() + 1))
                .findFirst();
    }

    private static List<String> nullSeparated(Path file) {
        try {
            return List.of(Files.readString(file).split("\0"));
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            return Files.readSymbolicLink(proc(pid, "cwd")).equals(directory)
                    && startOf(pid).isPresent();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The fields of {@code /proc/<pid>/stat} after the name, which may itself hold blanks and brackets. */
    private static Optional<String[]> stat(long pid) {
        try {
            String line = Files.readString(proc(pid, "stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "boot";
        }
    }

    private static Path proc(long pid, String file) {
        return PROC.resolve(Long.toString(pid)).resolve(file);
    }
}
