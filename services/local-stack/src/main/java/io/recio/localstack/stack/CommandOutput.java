package io.recio.localstack.stack;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a command tells the person who called it, at once and line by line. A mixin. */
@Command
public final class CommandOutput implements Progress {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Override
    public void step(String line) {
        print(commandLine().getOut(), line);
    }

    /** To where errors go, as the program's own word. */
    public void complain(String line) {
        print(commandLine().getErr(), "recio: " + line);
    }

    private static void print(PrintWriter writer, String line) {
        writer.println(line);
        writer.flush();
    }

    private CommandLine commandLine() {
        CommandSpec own = command;
        if (own == null) {
            throw new IllegalStateException("picocli fills the field before it calls the command");
        }
        return own.commandLine();
    }
}
