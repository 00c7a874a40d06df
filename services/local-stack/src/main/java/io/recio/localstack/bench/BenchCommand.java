package io.recio.localstack.bench;

import io.recio.localstack.process.Quiet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures and prints; the numbers to reach stand beside. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure: domain (strike table, move tables), stack (start, memory), or all.")
public final class BenchCommand implements Callable<Integer> {

    /** What can be measured. */
    enum Part {
        DOMAIN,
        STACK,
        ALL
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "domain, stack or all (default).")
    private Part part = Part.ALL;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Quiet.processes();
        List<Figure> figures = new ArrayList<>();
        if (part != Part.STACK) {
            MoveTableBench moves = MoveTableBench.run();
            figures.add(moves.figure());
            figures.add(StrikeTableBench.run(moves.table()));
        }
        if (part != Part.DOMAIN) {
            Path directory = Files.createTempDirectory("recio-bench-");
            figures.addAll(new StackBench(directory, this::say).run());
            say("Data of the measured stack is in " + directory);
        }
        say("Cores " + Runtime.getRuntime().availableProcessors() + ", JDK " + Runtime.version()
                + ", PostgreSQL with fsync and synchronous_commit on");
        figures.forEach(figure -> say(figure.toString()));
        return 0;
    }

    private void say(String line) {
        CommandSpec own = spec;
        if (own != null) {
            own.commandLine().getOut().println(line);
            own.commandLine().getOut().flush();
        }
    }
}
