package io.recio.localstack.bench;

import io.recio.localstack.bench.ui.UiBench;
import io.recio.localstack.process.Quiet;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.week.SimulatedWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures and prints; the numbers to reach stand beside. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure: domain (strike table, move tables), stack (start, memory), order-path (tick to order by"
                + " hop), prices (2,000 ticks/s), ui (feed and page; needs Chromium),"
                + " detector (thousands of hours of faults), or all.")
public final class BenchCommand implements Callable<Integer> {

    /** What can be measured. */
    enum Part {
        DOMAIN,
        STACK,
        ORDER_PATH,
        PRICES,
        UI,
        DETECTOR,
        ALL;

        boolean covers(Part other) {
            return this == ALL || this == other;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            converter = PartConverter.class,
            description = "domain, stack, order-path, prices, ui, detector or all (default).")
    private Part part = Part.ALL;

    @Option(names = "--orders", paramLabel = "N", defaultValue = "2000", description = "Orders of order-path.")
    private int orders = 2000;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "10", description = "Ticks a second of order-path.")
    private int rate = 10;

    @Option(names = "--sign-when-sent", description = "order-path without prepared signatures, to see what they save.")
    private boolean signWhenSent;

    @Option(
            names = "--scenarios",
            paramLabel = "N",
            defaultValue = "3000",
            description = "Hours of faults of detector.")
    private int scenarios = 3000;

    /** Takes the names as they are shown. */
    static final class PartConverter implements CommandLine.ITypeConverter<Part> {

        @Override
        public Part convert(String value) {
            return Arrays.stream(Part.values())
                    .filter(part -> part.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "PART must be one of " + Arrays.toString(Part.values()) + ", was " + value));
        }
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Quiet.processes();
        List<Figure> figures = new ArrayList<>();
        if (part.covers(Part.DOMAIN)) {
            MoveTableBench moves = MoveTableBench.run();
            figures.add(moves.figure());
            figures.add(StrikeTableBench.run(moves.table()));
        }
        if (part.covers(Part.STACK)) {
            figures.addAll(new StackBench(fresh(), out).run());
        }
        if (part.covers(Part.ORDER_PATH)) {
            figures.addAll(new OrderPathBench(fresh(), orders, rate, !signWhenSent, out).run());
        }
        if (part.covers(Part.PRICES)) {
            figures.addAll(new PriceBench(fresh(), out).run());
        }
        if (part.covers(Part.UI)) {
            new UiBench(fresh(), out)
                    .run()
                    .forEach(one -> figures.add(new Figure(one.what(), one.measured(), one.reach())));
        }
        boolean sound = true;
        if (part.covers(Part.DETECTOR)) {
            SimulatedWeek week = SimulatedWeek.run(1, scenarios);
            week.lines().forEach(out::step);
            sound = week.broken().isEmpty();
        }
        out.step("Cores " + Runtime.getRuntime().availableProcessors() + ", JDK " + Runtime.version()
                + ", PostgreSQL with fsync and synchronous_commit on");
        figures.forEach(figure -> out.step(figure.toString()));
        return sound ? 0 : 1;
    }

    private Path fresh() throws IOException {
        Path directory = Files.createTempDirectory("recio-bench-");
        out.step("Measuring a stack with its data in " + directory);
        return directory;
    }
}
