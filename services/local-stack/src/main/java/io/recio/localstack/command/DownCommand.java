package io.recio.localstack.command;

import io.recio.localstack.control.ControlClient;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.process.ProcessStamp;
import io.recio.localstack.process.Signal;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.Leftovers;
import io.recio.localstack.stack.StackNote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything that runs on a data directory, whoever still watches it. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop everything, dependants first, PostgreSQL last.")
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = data.directory();
        Optional<StackNote> running =
                StackNote.of(directory).filter(note -> note.supervisor().lives());
        if (running.isPresent()) {
            stop(running.get().supervisor(), directory);
        }
        Leftovers left = Leftovers.of(directory);
        if (running.isEmpty() && left.isEmpty()) {
            out.step("Nothing runs on " + directory.root());
            return 0;
        }
        left.end(out);
        out.step("Everything on " + directory.root() + " is stopped");
        return 0;
    }

    private void stop(ProcessStamp supervisor, DataDirectory directory) throws InterruptedException {
        ProgressFile progress = new ProgressFile(directory.progress());
        progress.clear();
        ask(supervisor, directory);
        Thread watch = Thread.ofVirtual().start(() -> endIfStuck(supervisor));
        progress.follow(supervisor, out);
        watch.interrupt();
    }

    private void ask(ProcessStamp supervisor, DataDirectory directory) {
        try {
            ControlClient.of(directory).ifPresent(ControlClient::shutdown);
        } catch (Refused e) {
            out.step("local-stack does not answer; it gets a signal");
            supervisor.handle().ifPresent(handle -> Signal.TERM.send(List.of(handle)));
        }
    }

    private static void endIfStuck(ProcessStamp supervisor) {
        try {
            Thread.sleep(PATIENCE);
            supervisor.handle().ifPresent(handle -> Signal.KILL.send(List.of(handle)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
