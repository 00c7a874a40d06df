package io.recio.localstack.command;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.StackNote;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What {@code up} starts in the background: supervises until told to end. */
@Command(name = "serve", hidden = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger(ServeCommand.class);

    @Mixin
    private DataOption data = new DataOption();

    static Path optionsFile(DataDirectory data) {
        return data.run().resolve("options.json");
    }

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = data.directory();
        ProgressFile progress = new ProgressFile(directory.progress());
        try (StackSession session =
                StackSession.open(StackNote.handedOver(optionsFile(directory)), Home.find(), line -> {
                    LOG.info(line);
                    progress.step(line);
                })) {
            session.endOnSignal();
            progress.done();
            session.awaitEnd();
        } catch (Refused e) {
            LOG.error(e.getMessage());
            progress.refused(e.getMessage());
            return 1;
        } catch (RuntimeException e) {
            LOG.error("Stack failed", e);
            progress.refused(e.getMessage() + "; see " + directory.log("local-stack"));
            return 1;
        }
        return 0;
    }
}
