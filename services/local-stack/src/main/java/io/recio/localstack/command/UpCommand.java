package io.recio.localstack.command;

import io.recio.localstack.control.ControlClient;
import io.recio.localstack.control.ReadinessWait;
import io.recio.localstack.control.StackSession;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.process.ProcessStamp;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackNote;
import io.recio.localstack.stack.StackOptions;
import io.recio.localstack.stack.StackShape;
import io.recio.storage.system.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the stack, waits until it is ready, and leaves it running. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Start everything and return when it is ready.")
final class UpCommand implements Callable<Integer> {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "simulated",
            description = "simulated (default), paper, kalshi-demo or live.")
    private String mode = "simulated";

    @Option(
            names = "--confirm-live",
            paramLabel = "ACCOUNT",
            description = "Mode live only: the account that will trade with real money.")
    private @Nullable String confirmLive;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Business seconds per real second, 1 to 60; simulated only.")
    private int speed = 1;

    @Option(
            names = "--prices",
            paramLabel = "PRICES",
            defaultValue = StackOptions.GENERATED,
            description = "generated (default), recorded, or a file of bars such as btc-usd-1m.csv; simulated only.")
    private String prices = StackOptions.GENERATED;

    @Option(names = "--seed", paramLabel = "N", description = "Decides every random choice of the simulator.")
    private long seed = StackOptions.DEFAULT_SEED;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Business time to start at, such as 2023-03-13T14:00:00Z; simulated only.")
    private @Nullable Instant start;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "postgresql://admin:password@host:port/database of an existing PostgreSQL 17 or 18.")
    private @Nullable String databaseUrl;

    @Option(names = "--kalshi-key-id", paramLabel = "ID", defaultValue = "${env:RECIO_KALSHI_KEY_ID}")
    private @Nullable String kalshiKeyId;

    @Option(names = "--kalshi-key-file", paramLabel = "FILE", defaultValue = "${env:RECIO_KALSHI_KEY_FILE}")
    private @Nullable Path kalshiKeyFile;

    @Option(names = "--free-ports", description = "Use any free ports, to run beside another stack.")
    private boolean freePorts;

    @Option(
            names = "--standby",
            paramLabel = "SERVICE",
            split = ",",
            description = "Run a second, warm instance of these services, such as trade-executor,trade-manager.")
    private List<String> standbys = List.of();

    @Option(names = "--foreground", description = "Stay; Ctrl-C stops everything.")
    private boolean foreground;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackOptions options = options();
        DataDirectory directory = new DataDirectory(options.data()).prepared();
        Optional<StackNote> running =
                StackNote.of(directory).filter(note -> note.supervisor().lives());
        if (running.isPresent()) {
            return goOnWith(running.get(), options, directory);
        }
        return foreground ? stay(options, directory) : leaveRunning(options, directory);
    }

    private StackOptions options() {
        Mode chosen = mode();
        return new StackOptions(
                        chosen,
                        account(chosen),
                        speed,
                        data.directory().root(),
                        priceSource(),
                        seed,
                        start,
                        databaseUrl,
                        freePorts,
                        StackShape.withStandbys(standbys),
                        chosen == Mode.SIMULATED ? null : kalshiKeyId,
                        chosen == Mode.SIMULATED || kalshiKeyFile == null ? null : kalshiKeyFile.toAbsolutePath())
                .withFilesChecked();
    }

    private Mode mode() {
        try {
            return Mode.of(mode);
        } catch (IllegalArgumentException e) {
            throw new Refused("--" + e.getMessage(), e);
        }
    }

    private String account(Mode chosen) {
        String confirmed = confirmLive;
        if (chosen == Mode.LIVE) {
            if (confirmed == null || confirmed.isBlank()) {
                throw new Refused("mode live trades with real money: name the account with --confirm-live ACCOUNT");
            }
            return confirmed;
        }
        if (confirmed != null) {
            throw new Refused("--confirm-live is for mode live only, mode was " + chosen.text());
        }
        return chosen.text();
    }

    private String priceSource() {
        return prices.equals(StackOptions.GENERATED) || prices.equals(StackOptions.RECORDED)
                ? prices
                : Path.of(prices).toAbsolutePath().toString();
    }

    private int goOnWith(StackNote running, StackOptions options, DataDirectory directory) {
        if (!running.options().equals(options)) {
            throw new Refused("a stack with other options already runs on " + directory.root() + " (mode "
                    + running.options().mode().text() + ", speed "
                    + running.options().speed()
                    + "); 'recio down' it first");
        }
        out.step("Already running (pid " + running.supervisor().pid() + ")");
        return awaitReady(running, directory, Instant.MAX);
    }

    private int leaveRunning(StackOptions options, DataDirectory directory) throws IOException, InterruptedException {
        Instant began = Instant.now();
        ProgressFile progress = new ProgressFile(directory.progress());
        progress.clear();
        StackNote.handOver(options, ServeCommand.optionsFile(directory));
        Process supervisor = Supervisor.detached(directory);
        Optional<ProcessStamp> stamp = ProcessStamp.of(supervisor.pid());
        Optional<String> refusal = stamp.isPresent()
                ? progress.follow(stamp.get(), out)
                : Optional.of("local-stack did not start; see " + directory.log("local-stack"));
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
        return awaitReady(StackNote.of(directory).orElseThrow(), directory, began);
    }

    private int awaitReady(StackNote note, DataDirectory directory, Instant began) {
        ControlClient stack = ControlClient.of(directory)
                .orElseThrow(() -> new Refused("local-stack has ended; see " + directory.log("local-stack")));
        List<String> open = new ArrayList<>(new ReadinessWait(out).await(stack::instances, READY_LIMIT));
        return conclude(note, open, stack.stack().notBuilt(), directory, began);
    }

    private int stay(StackOptions options, DataDirectory directory) throws InterruptedException {
        Instant began = Instant.now();
        try (StackSession session = StackSession.open(options, Home.find(), out)) {
            session.endOnSignal();
            List<String> open = session.awaitReady(READY_LIMIT);
            conclude(session.stack().note(), open, session.stack().notBuilt(), directory, began);
            session.awaitEnd();
        }
        return 0;
    }

    private int conclude(
            StackNote note, List<String> open, List<String> notBuilt, DataDirectory directory, Instant began) {
        notBuilt.forEach(name ->
                out.complain(name + " is not built: services/" + moduleOf(name) + "/target/quarkus-app is missing"));
        open.forEach(name -> out.complain(name + " is not ready; see " + directory.log(name)));
        if (!open.isEmpty() || !notBuilt.isEmpty()) {
            out.complain("not everything is up; the rest runs on until 'recio down'");
            return 1;
        }
        out.step("");
        out.step("REC.IO is ready: http://127.0.0.1:" + note.ports().of(ServiceSpec.MAIN_APP));
        sayPassword(directory.firstAdminPassword(), began);
        return 0;
    }

    private void sayPassword(Path file, Instant began) {
        try {
            if (Files.exists(file)
                    && Files.getLastModifiedTime(file).toInstant().isAfter(began)) {
                out.step(
                        "First login: admin, password " + Files.readString(file).strip() + " (kept in " + file + ")");
            }
        } catch (IOException e) {
            out.complain("first password cannot be read: " + file);
        }
    }

    private static String moduleOf(String name) {
        return ServiceSpec.SERVICES.stream()
                .filter(service -> service.name().equals(name))
                .map(ServiceSpec::module)
                .findFirst()
                .orElse(name);
    }
}
