package io.recio.localstack.control;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.stack.Stack;
import io.recio.localstack.stack.StackNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Serves the API that the package describes, on 127.0.0.1 only. */
public final class ControlServer {

    private static final Logger LOG = Logger.getLogger(ControlServer.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Map<String, Consumer<SupervisedProcess>> ACTIONS = Map.of(
            "restart", SupervisedProcess::restart,
            "kill", SupervisedProcess::kill,
            "freeze", SupervisedProcess::freeze,
            "thaw", SupervisedProcess::thaw,
            "stop", SupervisedProcess::stop,
            "start", SupervisedProcess::start);

    private final Stack stack;
    private final byte[] authorization;
    private final Runnable shutdown;
    private final HttpServer server;

    /** @param shutdown asks for the end of everything; returns at once */
    public ControlServer(Stack stack, int port, String token, Runnable shutdown) {
        this.stack = stack;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.shutdown = shutdown;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("control API cannot listen on port " + port, e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (!isAuthorized(exchange)) {
                refuse(exchange, Problem.of("not-authorized", 401, "Not authorized", "a bearer token must be given"));
                return;
            }
            route(exchange);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Request failed path=%s", exchange.getRequestURI().getPath());
            refuse(exchange, Problem.of("fault", 500, "Fault", "the request failed; see the log of local-stack"));
        }
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String[] parts = path.substring(1).split("/");
        switch (exchange.getRequestMethod() + " " + parts[0] + " " + parts.length) {
            case "GET instances 1" ->
                answer(
                        exchange,
                        200,
                        stack.instances(
                                "memory=true".equals(exchange.getRequestURI().getQuery())));
            case "GET instances 2" -> one(exchange, parts[1]);
            case "POST instances 3" -> act(exchange, parts[1], parts[2]);
            case "GET stack 1" -> answer(exchange, 200, view());
            case "POST shutdown 1" -> {
                answer(exchange, 202, Map.of("stopping", true));
                shutdown.run();
            }
            default ->
                refuse(
                        exchange,
                        Problem.of("no-such-path", 404, "No such path", exchange.getRequestMethod() + " " + path));
        }
    }

    private void one(HttpExchange exchange, String service) throws IOException {
        Optional<SupervisedProcess> process = stack.find(service);
        if (process.isPresent()) {
            answer(exchange, 200, process.get().view());
        } else {
            refuse(exchange, unknown(service));
        }
    }

    private void act(HttpExchange exchange, String service, String action) throws IOException {
        Consumer<SupervisedProcess> known = ACTIONS.get(action);
        if (known == null) {
            refuse(
                    exchange,
                    Problem.of(
                            "unknown-action",
                            404,
                            "Unknown action",
                            "action must be one of "
                                    + ACTIONS.keySet().stream().sorted().toList() + ", was '" + action + "'"));
            return;
        }
        Optional<SupervisedProcess> process = stack.find(service);
        if (process.isEmpty()) {
            refuse(exchange, unknown(service));
            return;
        }
        LOG.infof("Asked to act service=%s action=%s", service, action);
        known.accept(process.get());
        answer(exchange, 202, process.get().view());
    }

    private Problem unknown(String service) {
        return Problem.of(
                "unknown-service",
                404,
                "Unknown service",
                "service must be one of "
                        + stack.instances().stream()
                                .map(instance -> instance.name())
                                .toList()
                        + ", was '" + service + "'");
    }

    private StackView view() {
        StackNote note = stack.note();
        return new StackView(
                note.supervisor().pid(),
                note.options().mode().text(),
                note.options().account(),
                note.options().speed(),
                note.options().data().toString(),
                note.options().prices(),
                note.options().seed(),
                note.clock().business(),
                note.clock().system(),
                stack.databaseUrl(),
                stack.notBuilt());
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsBytes(body));
    }

    private static void refuse(HttpExchange exchange, Problem problem) throws IOException {
        send(exchange, problem.status(), "application/problem+json", JSON.writeValueAsBytes(problem));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
