package io.recio.localstack.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.process.InstanceView;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.ControlToken;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.StackNote;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks a running stack through its control API. */
public final class ControlClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;
    private final String token;

    private ControlClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The stack that runs on the data directory, or empty when none does. */
    public static Optional<ControlClient> of(DataDirectory data) {
        return StackNote.of(data).filter(note -> note.supervisor().lives()).map(note -> {
            try {
                return new ControlClient(
                        URI.create("http://127.0.0.1:" + note.ports().of(Ports.CONTROL)),
                        Files.readString(data.secrets().resolve(ControlToken.NAME))
                                .strip());
            } catch (IOException e) {
                throw new Refused("token of the stack must be readable, was not: " + data.secrets(), e);
            }
        });
    }

    public List<InstanceView> instances() {
        return read(send("GET", "/instances"), new TypeReference<>() {});
    }

    /** With the memory of each. */
    public List<InstanceView> measuredInstances() {
        return read(send("GET", "/instances?memory=true"), new TypeReference<>() {});
    }

    public StackView stack() {
        return read(send("GET", "/stack"), new TypeReference<>() {});
    }

    /**
     * @param action restart, kill, freeze, thaw, stop or start
     * @throws Refused when there is no such service
     */
    public InstanceView act(String service, String action) {
        return read(send("POST", "/instances/" + service + "/" + action), new TypeReference<>() {});
    }

    public void shutdown() {
        send("POST", "/shutdown");
    }

    private String send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new Refused(
                        read(response.body(), new TypeReference<Problem>() {}).detail());
            }
            return response.body();
        } catch (IOException e) {
            throw new Refused("local-stack does not answer at " + base + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("asking local-stack was interrupted", e);
        }
    }

    private static <T> T read(String body, TypeReference<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (IOException e) {
            throw new Refused("answer of local-stack is not understood: " + e.getMessage(), e);
        }
    }
}
