package io.recio.databasemigrator.check;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits until every service gives results and the page answers. Ends with 0 then, with 1 and a line for each open end at the limit. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Wait until every service of a release gives results, and its page answers.")
public final class CheckCommand implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger(CheckCommand.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final CheckConfig config;

    @Option(names = "--service", paramLabel = "NAME", required = true, description = "A service; repeat it for each.")
    private List<String> services = new ArrayList<>();

    @Option(names = "--page", paramLabel = "URL", description = "Where the page is.")
    private @Nullable URI page;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait (default 120).")
    private int limitSeconds = 120;

    CheckCommand(CheckConfig config) {
        this.config = config;
    }

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            List<String> open = open();
            if (open.isEmpty()) {
                LOG.infof("Every service gives results services=%d", services.size());
                return 0;
            }
            if (System.nanoTime() - began >= Duration.ofSeconds(limitSeconds).toNanos()) {
                open.forEach(line -> LOG.errorf("Not well: %s", line));
                return 1;
            }
            Thread.sleep(LOOK);
        }
    }

    private List<String> open() throws InterruptedException {
        try {
            List<String> open = new ArrayList<>(ServiceResults.read(config).missing(services));
            URI address = page;
            if (address != null) {
                PageAnswer.fault(address).ifPresent(open::add);
            }
            return open;
        } catch (SQLException e) {
            return List.of(
                    "database must let " + config.user().orElse("nobody") + " read heartbeats: " + e.getMessage());
        }
    }
}
