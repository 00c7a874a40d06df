package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two scripts with stand-ins for PostgreSQL's programs, which a machine that only builds does not have. What their SQL
 * does is tested at a database by the migrator's {@code RestoredBooksIT}.
 */
class BackupScriptsTest {

    private static final Path SCRIPTS = Chart.DIRECTORY.resolve("files/backup");
    private static final String HASHES = "trading.trades|2|aaaa\n";

    @TempDir
    private Path directory;

    private Path backups;
    private Path programs;

    @BeforeEach
    void prepare() throws IOException {
        backups = Files.createDirectory(directory.resolve("backups"));
        programs = Files.createDirectory(directory.resolve("programs"));
    }

    @Test
    void keepsTheNewestBackups() throws IOException, InterruptedException {
        for (String old : List.of("20261101T031700Z", "20261102T031700Z", "20261103T031700Z")) {
            Files.createDirectory(backups.resolve(old));
        }
        Files.createDirectory(backups.resolve("lost+found"));
        program("psql", "printf '" + HASHES.strip() + "\\n' >hashes.txt; : >roles.sql; : >database.dump; : >complete");

        Outcome outcome = run("backup.sh", Map.of("BACKUP_KEEP", "2"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        List<String> left = names();
        assertThat(left)
                .hasSize(3)
                .contains("20261103T031700Z", "lost+found")
                .doesNotContain("unfinished", "20261102T031700Z");
        assertThat(outcome.said()).contains("threw away 20261101T031700Z", "threw away 20261102T031700Z");
    }

    @Test
    void keepsWhatWasThereWhenABackupFails() throws IOException, InterruptedException {
        Files.createDirectory(backups.resolve("20261101T031700Z"));
        program("psql", "exit 2");

        Outcome outcome = run("backup.sh", Map.of("BACKUP_KEEP", "1"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("backup: database could not be read");
        assertThat(names()).containsExactly("20261101T031700Z", "unfinished");
    }

    @Test
    void callsABackupWithoutADumpFailed() throws IOException, InterruptedException {
        program("psql", ": >hashes.txt; : >roles.sql");

        Outcome outcome = run("backup.sh", Map.of("BACKUP_KEEP", "1"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("backup: pg_dump failed");
        assertThat(names()).containsExactly("unfinished");
    }

    @Test
    void restoresTheNewestAndCommitsAfterComparing() throws IOException, InterruptedException {
        backup("20261101T031700Z");
        backup("20261102T031700Z");
        program("psql", """
                case "$*" in
                *pg_namespace*) [ ! -e "$LOG" ] || echo trading ;;
                *) cat >"$LOG" ;;
                esac""");
        program("pg_restore", "echo \"-- restored from ${3##*backups/}\"");

        Outcome outcome = run("restore.sh", Map.of());

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("restore: restored 20261102T031700Z, trading.trades|2|aaaa");
        String sent = Files.readString(log());
        assertThat(sent)
                .startsWith("BEGIN;\n-- roles\n-- restored from 20261102T031700Z/database.dump\n")
                .contains("COPY expected FROM STDIN (DELIMITER '|');\n" + HASHES + "\\.\nCREATE TEMP TABLE found AS\n")
                .endsWith("COMMIT;\n");
        assertThat(sent.indexOf("restored books differ")).isLessThan(sent.indexOf("entries_halted = true"));
    }

    /** The chart's own database comes with the very release that restores into it. */
    @Test
    void waitsForADatabaseThatDoesNotAnswerYet() throws IOException, InterruptedException {
        backup("20261101T031700Z");
        program("psql", """
                case "$*" in
                *pg_namespace*)
                    echo look >>"$LOG.looks"
                    [ $(wc -l <"$LOG.looks") -gt 2 ] || exit 2
                    [ ! -e "$LOG" ] || echo trading ;;
                *) cat >"$LOG" ;;
                esac""");
        program("pg_restore", "echo '-- restored'");

        Outcome outcome = run("restore.sh", Map.of("RESTORE_PAUSE", "0"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("restore: restored 20261101T031700Z");
    }

    @Test
    void givesUpOnADatabaseThatNeverAnswers() throws IOException, InterruptedException {
        backup("20261101T031700Z");
        program("psql", "exit 2");

        Outcome outcome = run("restore.sh", Map.of("RESTORE_PAUSE", "0"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("restore: database cannot be reached");
    }

    @Test
    void commitsNothingWhenADumpBreaksOff() throws IOException, InterruptedException {
        backup("20261101T031700Z");
        program("psql", """
                case "$*" in
                *pg_namespace*) ;;
                *) cat >"$LOG" ;;
                esac""");
        program("pg_restore", "echo '-- half of it'; exit 1");

        Outcome outcome = run("restore.sh", Map.of());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("20261101T031700Z was not restored, the database is as empty as before");
        assertThat(Files.readString(log())).contains("half of it").doesNotContain("COMMIT");
    }

    @Test
    void touchesNoDatabaseThatHoldsSomething() throws IOException, InterruptedException {
        backup("20261101T031700Z");
        program("psql", "case \"$*\" in *pg_namespace*) echo 'system, trading' ;; *) cat >\"$LOG\" ;; esac");
        program("pg_restore", ":");

        Outcome outcome = run("restore.sh", Map.of("RESTORE_BACKUP", "20261101T031700Z"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("restore: database must be empty, holds the schemas system, trading");
        assertThat(log()).doesNotExist();
    }

    @Test
    void knowsNoBackupThatIsNotThere() throws IOException, InterruptedException {
        program("psql", ":");

        assertThat(run("restore.sh", Map.of("RESTORE_BACKUP", "20261101T031700Z"))
                        .said())
                .contains("restore: backup must lie in " + backups + ", '20261101T031700Z' does not");
        assertThat(run("restore.sh", Map.of()).code()).isEqualTo(1);
    }

    @Test
    void carriesTheNewestToABucketAndKeepsTheNewestThere() throws IOException, InterruptedException {
        backup("20261103T031700Z");
        backup("20261104T031700Z");
        inBucket("20261101T031700Z");
        inBucket("20261102T031700Z");
        rclone("");

        Outcome outcome = run("upload.sh", Map.of("BACKUP_TARGET", bucket().toString(), "BACKUP_KEEP", "2"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(names(bucket())).containsExactly("20261102T031700Z", "20261104T031700Z");
        assertThat(names(bucket().resolve("20261104T031700Z")))
                .containsExactly("complete", "database.dump", "hashes.txt", "roles.sql");
    }

    @Test
    void throwsNothingAwayInTheBucketWhenWhatWasCarriedDiffers() throws IOException, InterruptedException {
        backup("20261104T031700Z");
        inBucket("20261101T031700Z");
        rclone("check) exit 1 ;;");

        Outcome outcome = run("upload.sh", Map.of("BACKUP_TARGET", bucket().toString(), "BACKUP_KEEP", "1"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("backup: 20261104T031700Z is not the same in " + bucket());
        assertThat(names(bucket())).containsExactly("20261101T031700Z", "20261104T031700Z");
        assertThat(bucket().resolve("20261104T031700Z/complete")).doesNotExist();
    }

    @Test
    void fetchesTheNewestFromTheBucketUnlessItWasNeverFinished() throws IOException, InterruptedException {
        backup("20261104T031700Z");
        Files.createDirectories(bucket());
        rclone("");
        run("upload.sh", Map.of("BACKUP_TARGET", bucket().toString(), "BACKUP_KEEP", "9"));
        backups = Files.createDirectory(directory.resolve("elsewhere"));

        Outcome fetched = run("download.sh", Map.of("BACKUP_TARGET", bucket().toString()));

        assertThat(fetched.code()).as(fetched.said()).isZero();
        assertThat(names()).containsExactly("20261104T031700Z");
        Files.delete(bucket().resolve("20261104T031700Z/complete"));
        assertThat(run("download.sh", Map.of("BACKUP_TARGET", bucket().toString()))
                        .said())
                .contains("restore: no complete backup lies in " + bucket());
        backups = Files.createDirectory(directory.resolve("again"));
        assertThat(run(
                                "download.sh",
                                Map.of("BACKUP_TARGET", bucket().toString(), "RESTORE_BACKUP", "20261104T031700Z"))
                        .said())
                .contains("restore: no complete backup 20261104T031700Z lies in " + bucket());
    }

    private record Outcome(int code, String said) {}

    private Outcome run(String script, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("BACKUP_DIRECTORY", backups.toString());
        environment.put("LOG", log().toString());
        ProcessBuilder command =
                new ProcessBuilder("sh", SCRIPTS.resolve(script).toString()).redirectErrorStream(true);
        command.environment().putAll(environment);
        command.environment().merge("PATH", programs + ":", (path, ours) -> ours + path);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes());
        return new Outcome(process.waitFor(), said);
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void backup(String name) throws IOException {
        Path made = Files.createDirectory(backups.resolve(name));
        Files.writeString(made.resolve("hashes.txt"), HASHES);
        Files.writeString(made.resolve("roles.sql"), "-- roles\n");
        Files.createFile(made.resolve("database.dump"));
        Files.createFile(made.resolve("complete"));
    }

    /** A stand-in that takes directories for buckets. */
    private void rclone(String before) throws IOException {
        program("rclone", """
                verb=$1; shift
                only='*'
                while [ $# -gt 0 ]; do
                    case $1 in
                    --exclude) only='[!c]*'; shift 2 ;;
                    --include) only=complete; shift 2 ;;
                    --*) shift ;;
                    *) break ;;
                    esac
                done
                case $verb in
                %s
                copy) mkdir -p "$2" && cp "$1"/$only "$2" ;;
                check) for each in "$1"/$only; do cmp "$each" "$2/${each##*/}" || exit 1; done ;;
                lsf) (cd "$1" && find . -type f | cut -c 3-) ;;
                purge) rm -r "$1" ;;
                esac""".formatted(before));
    }

    private void inBucket(String name) throws IOException {
        Files.createFile(Files.createDirectories(bucket().resolve(name)).resolve("complete"));
    }

    private Path bucket() {
        return directory.resolve("bucket");
    }

    private List<String> names() throws IOException {
        return names(backups);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private Path log() {
        return directory.resolve("sent.sql");
    }
}
