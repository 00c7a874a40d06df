package io.recio.systemmonitor.machine;

import io.recio.servicekit.ServiceConfig;
import io.recio.systemmonitor.machine.MachineFigures.Disk;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Linux: {@code /proc/stat}, {@code meminfo}, {@code loadavg}, and the data directory's file store. */
@Singleton
class ProcMachine implements Machine {

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    /** user, nice, system, idle, iowait, irq, softirq, steal; what guests use is in user already. */
    private static final int COLUMNS = 8;

    private final Path proc;
    private final Path data;
    private long usedBefore;
    private long allBefore;

    @Inject
    ProcMachine(ServiceConfig config) {
        this(Path.of("/proc"), config.dataDir());
    }

    ProcMachine(Path proc, Path data) {
        this.proc = proc;
        this.data = data.toAbsolutePath();
    }

    @Override
    public MachineFigures measure() {
        try {
            long total = memory("MemTotal:");
            long available = memory("MemAvailable:");
            return new MachineFigures(cpu(), percent(total - available, total), total, available, load(), disk());
        } catch (IOException e) {
            throw new UncheckedIOException("machine must tell its figures, did not: " + e.getMessage(), e);
        }
    }

    private OptionalDouble cpu() throws IOException {
        String[] columns = Files.readAllLines(proc.resolve("stat")).getFirst().split("\\s+");
        long[] ticks = Arrays.stream(columns, 1, Math.min(columns.length, COLUMNS + 1))
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(ticks).sum();
        long used = all - ticks[IDLE] - ticks[IO_WAIT];
        OptionalDouble percent = allBefore == 0 || all == allBefore
                ? OptionalDouble.empty()
                : OptionalDouble.of(percent(used - usedBefore, all - allBefore));
        usedBefore = used;
        allBefore = all;
        return percent;
    }

    private long memory(String name) throws IOException {
        for (String line : Files.readAllLines(proc.resolve("meminfo"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("meminfo must have " + name);
    }

    private double load() throws IOException {
        return Double.parseDouble(Files.readString(proc.resolve("loadavg")).split(" ")[0]);
    }

    /** As root sees it less what only root may use, like df. */
    private Disk disk() throws IOException {
        Path existing = data;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        FileStore store = Files.getFileStore(existing);
        long free = store.getUsableSpace();
        long used = store.getTotalSpace() - store.getUnallocatedSpace();
        return new Disk(data.toString(), percent(used, used + free), store.getTotalSpace(), free);
    }

    /** To one decimal. */
    private static double percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
    }
}
