package io.recio.localstack.command;

import io.recio.domain.time.SystemClock;
import io.recio.kalshi.auth.CredentialSource;
import io.recio.kalshi.auth.KalshiCredentials;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.RateBudget;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.halt.ExchangeHalt;
import io.recio.localstack.halt.KillSwitchRow;
import io.recio.localstack.postgres.DatabaseServer;
import io.recio.localstack.postgres.PostgresCluster;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.AccountAccess;
import io.recio.localstack.stack.CommandOutput;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.StackNote;
import io.recio.localstack.stack.StackOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Takes everything of ours down at Kalshi itself; needs none of our services and no database. Ends with 0 only when Kalshi
 * has confirmed it. What is held stays held.
 */
@Command(
        name = "halt",
        mixinStandardHelpOptions = true,
        description = "Stop trading at Kalshi itself: trigger all order groups, cancel all resting orders.")
final class HaltCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ONE_CALL = Duration.ofSeconds(5);

    @Mixin
    private CommandOutput out = new CommandOutput();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--kalshi-key-id", paramLabel = "ID", description = "Another key than the stack was started with.")
    private @Nullable String keyId;

    @Option(names = "--kalshi-key-file", paramLabel = "FILE", description = "Its private key as PEM.")
    private @Nullable Path keyFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataDirectory directory = data.directory();
        StackNote note = StackNote.of(directory)
                .orElseThrow(() -> new Refused("no stack has ever run on " + directory.root()
                        + ", so the account is unknown; name its directory with --data"));
        AccountAccess access = AccountAccess.of(note.options(), note.ports(), directory);
        out.step("Halting account " + note.options().account() + ", mode "
                + note.options().mode().text() + ", at " + access.endpoint().restUrl());
        tripInDatabase(note, directory);
        boolean confirmed = haltAtExchange(access);
        if (!confirmed) {
            out.step("NOT CONFIRMED: Kalshi has not said that everything is gone; run this again, and look at Kalshi's"
                    + " own page");
        }
        return confirmed ? 0 : 1;
    }

    /** First, so that an executor that still runs sends nothing more; its absence stops nothing. */
    private void tripInDatabase(StackNote note, DataDirectory directory) {
        try {
            new KillSwitchRow(database(note, directory))
                    .trip(note.options().mode(), note.options().account());
            out.step("Kill switch thrown in the database");
        } catch (SQLException | IllegalArgumentException e) {
            out.step("Database does not answer, kill switch not thrown there: " + e.getMessage());
        }
    }

    private static DatabaseServer database(StackNote note, DataDirectory directory) {
        StackOptions options = note.options();
        String url = options.databaseUrl();
        return url != null
                ? DatabaseServer.at(url)
                : DatabaseServer.embedded(
                        note.ports().of(Ports.POSTGRES),
                        new Secrets(directory.secrets(), new SecureRandom())
                                .secret("database-" + PostgresCluster.ADMIN));
    }

    private boolean haltAtExchange(AccountAccess access) throws IOException, InterruptedException {
        SystemClock clock = SystemClock.of(InstantSource.system());
        KalshiSigner signer = new KalshiSigner(CredentialSource.fixed(credentials(access)), clock);
        Vertx vertx = Vertx.vertx();
        try (KalshiRest kalshi =
                new KalshiRest(vertx, access.endpoint(), signer, new RateBudget(AccountLimits.BASIC, clock), clock)) {
            return new ExchangeHalt(kalshi.within(ONE_CALL), clock, out::step).halt(PATIENCE);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private KalshiCredentials credentials(AccountAccess access) throws IOException {
        String id = keyId == null ? access.keyId() : keyId;
        Path file = keyFile == null ? access.keyFile() : keyFile;
        if (!Files.isReadable(file)) {
            throw new Refused("the account's key must be a readable PEM file, was " + file
                    + "; name another with --kalshi-key-id and --kalshi-key-file");
        }
        return KalshiCredentials.ofPem(id, Files.readString(file));
    }
}
