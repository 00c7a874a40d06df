package io.recio.localstack.bench;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.directory.Home;
import io.recio.localstack.process.InstanceView;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.StackOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A whole stack of its own: start to the first strike table, on a fresh and on an existing data directory, and memory. */
final class StackBench {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final double MIB = 1024.0 * 1024.0;

    private final Path directory;
    private final Progress out;

    StackBench(Path directory, Progress out) {
        this.directory = directory;
        this.out = out;
    }

    List<Figure> run() throws SQLException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Figure("start to first strike table, fresh", seconds(start(figures, false)), "≤ 35 s (JVM, AOT)"));
        figures.add(
                new Figure("start to first strike table, again", seconds(start(figures, true)), "≤ 20 s (JVM, AOT)"));
        return figures;
    }

    private double start(List<Figure> figures, boolean measureMemory) throws SQLException, InterruptedException {
        StackOptions options =
                StackOptions.simulated(directory, 1, StackOptions.GENERATED, StackOptions.DEFAULT_SEED, null);
        long began = System.nanoTime();
        try (StackSession session = StackSession.open(options, Home.find(), line -> {})) {
            session.closeOnSignal();
            awaitTable(session, began);
            double seconds = (System.nanoTime() - began) / 1e9;
            out.step("Started in " + seconds(seconds));
            if (measureMemory) {
                session.awaitReady(LIMIT);
                figures.addAll(memory(session.stack().instances(true)));
            }
            return seconds;
        }
    }

    /** A table computed after this start. */
    private static void awaitTable(StackSession session, long began) throws SQLException, InterruptedException {
        while (System.nanoTime() - began < LIMIT.toNanos()) {
            try (Connection connection = session.stack().database().admin();
                    var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            SELECT count(*) FROM live_data.strike_table, system.clock
                            WHERE written_at > system_anchor AND jsonb_array_length(document -> 'rows') > 0""")) {
                row.next();
                if (row.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(LOOK);
        }
        throw new Refused("no strike table within " + LIMIT.toSeconds() + " s");
    }

    private static List<Figure> memory(List<InstanceView> instances) {
        List<Figure> figures = new ArrayList<>();
        double services = 0;
        for (InstanceView instance : instances) {
            Long bytes = instance.memoryBytes();
            if (bytes == null) {
                continue;
            }
            boolean ours = !instance.service().equals("postgres")
                    && !instance.service().equals("exchange-simulator");
            services += ours ? bytes : 0;
            figures.add(new Figure("memory " + instance.name(), mib(bytes), ""));
        }
        figures.add(new Figure("memory of the twelve (PSS)", mib(services), "< 2.0 GB after an hour of load (JVM)"));
        return figures;
    }

    private static String mib(double bytes) {
        return String.format(Locale.ROOT, "%.0f MiB", bytes / MIB);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
