package io.recio.databasemigrator.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.recio.fixtures.LogLines;
import io.recio.fixtures.TestDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

class CheckCommandIT {

    private final TestDatabase database = TestDatabase.fresh();

    @RegisterExtension
    final LogLines log = LogLines.of(CheckCommand.class);

    private HttpServer page;

    @BeforeEach
    void begin() throws IOException {
        page = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        page.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 404, -1);
            exchange.close();
        });
        page.start();
    }

    @AfterEach
    void end() {
        page.stop(0);
    }

    @Test
    void isContentWhenEveryServiceGivesResultsAndThePageAnswers() {
        beat("trade-manager", "active", true, 1);
        beat("trade-manager-2", "standby", false, 1);
        beat("main-app", "active", true, 2);

        assertThat(check("", "/", "trade-manager", "main-app")).isZero();
        assertThat(log.lines()).containsExactly("Every service gives results services=2");
    }

    @Test
    void namesEachOpenEndAtTheLimit() {
        beat("trade-manager", "active", false, 1);
        beat("trade-executor", "standby", true, 1);
        beat("main-app", "active", true, 60);

        assertThat(check("", "/nowhere", "trade-manager", "trade-executor", "main-app"))
                .isEqualTo(1);
        assertThat(log.lines())
                .containsExactly(
                        "Not well: trade-manager runs and gives no results",
                        "Not well: trade-executor has no active instance",
                        "Not well: main-app has no active instance",
                        "Not well: http://127.0.0.1:" + page.getAddress().getPort()
                                + "/nowhere must answer 200, was 404");
    }

    @Test
    void saysThatTheDatabaseRefuses() {
        assertThat(check("-of-nobody", "/", "main-app")).isEqualTo(1);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("Not well: database must let recio_system_monitor read heartbeats: ");
    }

    /** @param suffix of the database's name */
    private int check(String suffix, String path, String... services) {
        CommandLine command = new CommandLine(new CheckCommand(new Settings(database.jdbcUrl() + suffix)));
        List<String> arguments = new CopyOnWriteArrayList<>(List.of(
                "--limit",
                "0",
                "--page",
                "http://127.0.0.1:" + page.getAddress().getPort() + path));
        for (String service : services) {
            arguments.addAll(List.of("--service", service));
        }
        return command.execute(arguments.toArray(String[]::new));
    }

    private void beat(String service, String role, boolean functional, int secondsAgo) {
        database.execute("""
                INSERT INTO system.heartbeats (service, instance, role, epoch, started_at, beat_at, functional, freshness, work_done,
                    memory_bytes, cpu_millis, version, host, port)
                VALUES ('%s', '%s-1', '%s', 1, clock_timestamp(), clock_timestamp() - interval '%d s', %s, '{}', 0, 0, 0, '1', 'h', 1)""".formatted(service, service, role, secondsAgo, functional));
    }

    private record Settings(String url) implements CheckConfig {

        @Override
        public Optional<String> jdbcUrl() {
            return Optional.of(url);
        }

        @Override
        public Optional<String> user() {
            return Optional.of("recio_system_monitor");
        }

        @Override
        public Optional<String> password() {
            return Optional.of(TestDatabase.PASSWORD);
        }
    }
}
