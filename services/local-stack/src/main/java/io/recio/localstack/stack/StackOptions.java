package io.recio.localstack.stack;

import io.recio.localstack.refusal.Refused;
import io.recio.storage.system.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is started with. Validated at birth: {@link Refused} names option, range and finding.
 *
 * @param account at Kalshi
 * @param speed business seconds per real second, 1 to 60; other than 1 only simulated
 * @param data the data directory
 * @param prices generated, recorded (the bars that ship with the simulator) or a file of bars
 * @param seed decides every random choice of the simulator
 * @param start business time to start at; by default where the prices or the data directory say
 * @param databaseUrl {@code postgresql://admin:password@host:port/database} of an existing server
 * @param freePorts any free ports instead of the usual ones, to run beside another stack
 * @param shape which processes run
 * @param kalshiKeyId and file: the account's API key, for every mode but simulated
 */
public record StackOptions(
        Mode mode,
        String account,
        int speed,
        Path data,
        String prices,
        long seed,
        @Nullable Instant start,
        @Nullable String databaseUrl,
        boolean freePorts,
        StackShape shape,
        @Nullable String kalshiKeyId,
        @Nullable Path kalshiKeyFile) {

    public static final String GENERATED = "generated";
    public static final String RECORDED = "recorded";
    public static final long DEFAULT_SEED = 20_261_122;

    private static final int FASTEST = 60;

    public StackOptions {
        data = data.toAbsolutePath().normalize();
        require(speed >= 1 && speed <= FASTEST, "--speed must be 1 to " + FASTEST + ", was " + speed);
        require(!account.isBlank(), "account must be named, was blank");
        if (mode != Mode.SIMULATED) {
            String only = " is for mode simulated only, mode was " + mode.text();
            require(speed == 1, "--speed other than 1" + only);
            require(prices.equals(GENERATED), "--prices" + only);
            require(start == null, "--start" + only);
            require(
                    kalshiKeyId != null && !kalshiKeyId.isBlank(),
                    "mode " + mode.text() + " needs --kalshi-key-id (or RECIO_KALSHI_KEY_ID), was missing");
            require(
                    kalshiKeyFile != null,
                    "mode " + mode.text() + " needs --kalshi-key-file (or RECIO_KALSHI_KEY_FILE), was missing");
        }
    }

    /** A stack of its own in simulated mode on free ports, as demonstrations and benchmarks want it. */
    public static StackOptions simulated(Path data, int speed, String prices, long seed, @Nullable Instant start) {
        return new StackOptions(
                Mode.SIMULATED,
                "simulated",
                speed,
                data,
                prices,
                seed,
                start,
                null,
                true,
                StackShape.WHOLE,
                null,
                null);
    }

    /** The same options for another choice of processes. */
    public StackOptions shaped(StackShape other) {
        return new StackOptions(
                mode,
                account,
                speed,
                data,
                prices,
                seed,
                start,
                databaseUrl,
                freePorts,
                other,
                kalshiKeyId,
                kalshiKeyFile);
    }

    /** The same options, once the files they name have been found readable. */
    public StackOptions withFilesChecked() {
        Path file = priceFile();
        require(
                file == null || Files.isReadable(file),
                "--prices must be generated, recorded or a readable file, was " + prices);
        require(
                kalshiKeyFile == null || Files.isReadable(kalshiKeyFile),
                "--kalshi-key-file must be a readable PEM file, was " + kalshiKeyFile);
        return this;
    }

    /** The prices' file, or null for generated and recorded ones. */
    public @Nullable Path priceFile() {
        return prices.equals(GENERATED) || prices.equals(RECORDED) ? null : Path.of(prices);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new Refused(message);
        }
    }
}
