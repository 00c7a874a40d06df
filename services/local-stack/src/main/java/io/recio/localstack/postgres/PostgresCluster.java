package io.recio.localstack.postgres;

import io.recio.localstack.directory.AtomicFile;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.directory.TemporaryDirectory;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The files of one cluster: made once, its doors (pg_hba.conf) written at every start. */
public final class PostgresCluster {

    /** The superuser; only local-stack has its password. */
    public static final String ADMIN = "postgres";

    private static final String MAJOR = "18";

    private static final String DOORS = """
            # Written by local-stack at every start. Nobody enters without the password of the role.
            # type  database  user      address       method
            host    recio     all       127.0.0.1/32  scram-sha-256
            host    all       postgres  127.0.0.1/32  scram-sha-256
            """;

    private final Path directory;
    private final PostgresBinaries binaries;
    private final Secrets secrets;

    public PostgresCluster(Path directory, PostgresBinaries binaries, Secrets secrets) {
        this.directory = directory;
        this.binaries = binaries;
        this.secrets = secrets;
    }

    public Path directory() {
        return directory;
    }

    public String adminPassword() {
        return secrets.secret("database-" + ADMIN);
    }

    /**
     * Makes the cluster when missing and writes its doors.
     *
     * @return whether it was made now
     * @throws Refused when the files belong to another PostgreSQL
     */
    public boolean prepare() {
        try {
            boolean fresh = !Files.exists(directory.resolve("PG_VERSION"));
            if (fresh) {
                initialise();
            }
            String found = Files.readString(directory.resolve("PG_VERSION")).strip();
            if (!found.equals(MAJOR)) {
                throw new Refused("database in " + directory + " must be of PostgreSQL " + MAJOR + ", was of " + found
                        + "; export it with that version, or name another --data");
            }
            AtomicFile.write(directory.resolve("pg_hba.conf"), DOORS);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("database files cannot be prepared: " + directory, e);
        }
    }

    /** The command that runs the server in its own session, as an ordinary user even when we are root. */
    public List<String> serverCommand(int port) {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(binaries.program("postgres").toString());
        command.add("-D");
        command.add(directory.toString());
        command.addAll(PostgresSettings.arguments(port));
        return command;
    }

    /** A half-made cluster never gets the final name. */
    private void initialise() throws IOException {
        Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
        TemporaryDirectory.delete(fresh);
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(
                binaries.program("initdb").toString(),
                "-D",
                fresh.toString(),
                "-U",
                ADMIN,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(),
                "--encoding=UTF-8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        Process initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (initdb.waitFor() != 0) {
                throw new IOException("initdb failed: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("initdb was interrupted", e);
        }
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path passwordFile() {
        return secrets.file("database-" + ADMIN);
    }
}
