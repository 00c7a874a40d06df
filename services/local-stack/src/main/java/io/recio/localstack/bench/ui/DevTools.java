package io.recio.localstack.bench.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.localstack.refusal.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One page of a headless Chromium, driven over its DevTools protocol (chromedevtools.github.io/devtools-protocol). */
final class DevTools implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANSWER_SECONDS = 20;

    private final Process chromium;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private @Nullable String session;

    private DevTools(Process chromium, URI address) {
        this.chromium = chromium;
        this.socket =
                http.newWebSocketBuilder().buildAsync(address, new Answers()).join();
    }

    /** Starts Chromium with an empty profile and opens one page. */
    static DevTools start(Path program) throws IOException, InterruptedException {
        if (!Files.isExecutable(program)) {
            throw new Refused("needs Chromium at " + program + "; RECIO_TEST_CHROMIUM names another path");
        }
        Path profile = Files.createTempDirectory("recio-bench-chromium-");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--window-size=1440,900",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        DevTools tools = new DevTools(process, address(process));
        JsonNode target = tools.send("Target.createTarget", Map.of("url", "about:blank"));
        JsonNode attached = tools.send(
                "Target.attachToTarget",
                Map.of("targetId", target.path("targetId").asText(), "flatten", true));
        tools.session = attached.path("sessionId").asText();
        return tools;
    }

    /** What the expression comes to, promises awaited. */
    JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException("script failed: " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    JsonNode send(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = ids.incrementAndGet();
        var message = new HashMap<String, Object>(Map.of("id", id, "method", method, "params", parameters));
        String own = session;
        if (own != null) {
            message.put("sessionId", own);
        }
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        try {
            socket.sendText(JSON.writeValueAsString(message), true).join();
            JsonNode found = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (found.has("error")) {
                throw new IllegalStateException(method + " failed: " + found.path("error"));
            }
            return found.path("result");
        } catch (ExecutionException | TimeoutException | IOException e) {
            throw new IllegalStateException(method + " was not answered", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
        chromium.descendants().forEach(ProcessHandle::destroy);
        chromium.destroy();
    }

    private static URI address(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                Thread.ofPlatform().daemon().start(() -> drain(lines));
                return URI.create(found.group(1));
            }
        }
        throw new Refused("Chromium ended before it listened");
    }

    /** So that a full pipe never holds it up. */
    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // Chromium has ended.
        }
    }

    /** Hands each answer to whoever waits for it. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket opened, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(partial.toString());
                    CompletableFuture<JsonNode> answer =
                            waiting.remove(message.path("id").asInt());
                    if (answer != null) {
                        answer.complete(message);
                    }
                } catch (IOException e) {
                    waiting.values().forEach(answer -> answer.completeExceptionally(e));
                }
                partial.setLength(0);
            }
            opened.request(1);
            return null;
        }
    }
}
