package io.recio.localstack.chaos.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.simulator.SimulatorAdmin;
import io.recio.localstack.stack.AccountAccess;
import io.recio.localstack.stack.Notes;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackNote;
import io.recio.localstack.stack.StackShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The exchange simulator as it is shipped, alone, ten minutes past a full hour when it starts. */
final class SimulatorProcess implements AutoCloseable {

    static final Instant BUSINESS_START = Instant.parse("2026-11-22T17:10:00Z");

    private final Process process;
    private final SimulatorAdmin admin;
    private final AccountAccess access;
    private final int speed;
    private final int port;
    private final Instant startedAt = Instant.now();

    /** @param speed how much faster than real time its markets live */
    SimulatorProcess(Path directory, int speed) throws IOException {
        this.speed = speed;
        DataDirectory data = new DataDirectory(directory).prepared();
        Ports ports = Ports.free(StackShape.WHOLE);
        Notes.leave(data, ports);
        Path jar = Home.find().serviceJar(ServiceSpec.SIMULATOR.module());
        assertThat(jar)
                .as("the simulator must be built before: package, not test, is the phase")
                .exists();
        port = ports.of(ServiceSpec.SIMULATOR.name());
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.log("simulator").toFile());
        command.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "RECIO_CLOCK_BUSINESS_ANCHOR", BUSINESS_START.toString(),
                        "RECIO_CLOCK_SYSTEM_ANCHOR", startedAt.toString(),
                        "RECIO_CLOCK_SPEED", Integer.toString(speed),
                        "SIMULATOR_KALSHI_KEYS", Notes.simulatorKeys(data).toString()));
        process = command.start();
        admin = new SimulatorAdmin(port);
        access = StackNote.of(data)
                .map(note -> AccountAccess.of(note.options(), note.ports(), data))
                .orElseThrow();
    }

    /** The real time at which its clock stood at {@link #BUSINESS_START}. */
    Instant startedAt() {
        return startedAt;
    }

    int speed() {
        return speed;
    }

    SimulatorAdmin admin() {
        return admin;
    }

    /** Prints a trade of the underlying now; the market goes on from there. */
    void tick(String product, BigDecimal price) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/ticks"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"product\":\"%s\",\"price\":\"%s\"}".formatted(product, price.toPlainString())))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isLessThan(300);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Settings with which a service reaches our account there. */
    Map<String, String> settings() {
        return Map.of(
                "recio.kalshi.rest-url", access.endpoint().restUrl().toString(),
                "recio.kalshi.ws-url", access.endpoint().wsUrl().toString(),
                "recio.kalshi.key-id", access.keyId(),
                "recio.kalshi.key-file", access.keyFile().toString());
    }

    @Override
    public void close() {
        admin.close();
        process.destroyForcibly();
    }
}
