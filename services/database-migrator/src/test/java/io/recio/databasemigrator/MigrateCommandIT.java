package io.recio.databasemigrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.databasemigrator.installation.WantedInstallation;
import io.recio.fixtures.TestCertificates;
import io.recio.fixtures.TestDatabase;
import io.recio.migrations.DatabaseRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migration job at a server whose certificate is for {@code localhost}, not for 127.0.0.1. */
class MigrateCommandIT {

    private static final TestCertificates OURS = TestCertificates.of("Our authority", "dns:localhost");
    private static final TestDatabase SERVER = TestDatabase.encrypted(OURS);

    private static final Formatter MESSAGE = new PatternFormatter("%s");

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final Handler lines = new Lines();

    @BeforeEach
    void readTheLog() {
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void stopReading() {
        Logger.getLogger("").removeHandler(lines);
    }

    @Test
    void migratesAServerThatProvesItself() {
        assertThat(migrate("localhost", OURS.authority())).isZero();
        assertThat(errors).isEmpty();
    }

    @Test
    void saysThatTheServerIsOfAnotherAuthority() {
        Path others = TestCertificates.of("Another authority", "dns:localhost").authority();

        assertThat(migrate("localhost", others)).isEqualTo(1);
        assertThat(errors)
                .singleElement()
                .asString()
                .startsWith("Database could not be migrated reason=database at jdbc:postgresql://localhost:")
                .contains("sslrootcert=" + others + " refused: ")
                .contains("unable to find valid certification path");
        assertThat(thrown).isEmpty();
    }

    @Test
    void saysThatTheServerIsOfAnotherName() {
        assertThat(migrate("127.0.0.1", OURS.authority())).isEqualTo(1);
        assertThat(errors)
                .singleElement()
                .asString()
                .startsWith("Database could not be migrated reason=database at jdbc:postgresql://127.0.0.1:")
                .contains("hostname 127.0.0.1");
        assertThat(thrown).isEmpty();
    }

    private int migrate(String host, Path authorities) {
        return new MigrateCommand(new Settings(Optional.of(SERVER.jdbcUrl().replace("127.0.0.1", host)
                        + "?sslmode=verify-full&sslrootcert=" + authorities)))
                .call();
    }

    private record Settings(Optional<String> jdbcUrl) implements MigratorConfig {

        @Override
        public Optional<String> adminUser() {
            return Optional.of("postgres");
        }

        @Override
        public Optional<String> adminPassword() {
            return Optional.of("postgres");
        }

        @Override
        public Optional<WantedInstallation> installation() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> passwords() {
            return DatabaseRole.ALL.stream()
                    .collect(Collectors.toMap(DatabaseRole::name, role -> TestDatabase.PASSWORD));
        }
    }

    private final class Lines extends Handler {

        @Override
        public void publish(LogRecord record) {
            // The driver's own line about a host is switched off where Quarkus configures the log.
            if (record.getLevel().intValue() < Level.WARNING.intValue()
                    || record.getLoggerName().startsWith("org.postgresql.ssl")) {
                return;
            }
            errors.add(MESSAGE.format(record));
            if (record.getThrown() != null) {
                thrown.add(record.getThrown());
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
