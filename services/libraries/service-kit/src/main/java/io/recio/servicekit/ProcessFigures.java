package io.recio.servicekit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What this process uses, from its own /proc; the same on one machine, in a pod and in a native binary. */
final class ProcessFigures {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessFigures() {}

    /** Resident memory in bytes; the Java heap's size where there is no /proc. */
    static long residentBytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            // Not Linux: the heap is the best figure there is.
        }
        return Runtime.getRuntime().totalMemory();
    }

    static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
    }
}
