package io.recio.localstack;

import io.recio.localstack.command.RecioCommand;
import io.recio.localstack.refusal.Refused;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** The {@code recio} command. Ends with 0 when done, 1 when refused (one line says why), 2 when misspelt. */
public final class LocalStack {

    private static final String LOG_FORMAT = "%1$tF %1$tT.%1$tL %4$-7s [%3$s] %5$s%6$s%n";

    /** The JDK forgets loggers that nobody holds, and their levels with them. */
    private static final Logger QUIET_FLYWAY = Logger.getLogger("org.flywaydb");

    private LocalStack() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
        QUIET_FLYWAY.setLevel(Level.WARNING);
        CommandLine command = new CommandLine(new RecioCommand())
                .setExecutionExceptionHandler(LocalStack::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(arguments));
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof Refused) {
            command.getErr().println("recio: " + failure.getMessage());
        } else {
            command.getErr().println("recio: failed: " + failure.getMessage() + " (RECIO_TRACE=1 tells more)");
        }
        if (System.getenv("RECIO_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        return 1;
    }
}
