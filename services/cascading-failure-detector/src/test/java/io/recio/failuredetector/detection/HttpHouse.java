package io.recio.failuredetector.detection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.recio.storage.json.DomainJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** local-stack's API and the health of each of its services over real HTTP. */
public final class HttpHouse implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "secret-of-the-stack";
    private static final List<String> SERVICES = List.of(
            "symbol-price-watchdog-btc",
            "symbol-price-watchdog-eth",
            "kalshi-api-watchdog",
            "kalshi-account-sync",
            "unified-production-coordinator",
            "auto-entry-supervisor",
            "trade-manager",
            "trade-executor",
            "active-trade-supervisor",
            "main-app",
            "cascading-failure-detector",
            "system-monitor");

    /** Every POST, such as {@code main-app/restart}. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    private final List<HttpServer> servers = new ArrayList<>();
    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);

    private static final class Service {
        private final int port;
        private volatile String instance;
        private volatile Instant since = Instant.now().minus(Duration.ofHours(1));
        private volatile String late = "";
        private volatile boolean frozen;
        private volatile long workDone = 1;

        private Service(String name, int port) {
            this.port = port;
            this.instance = name + "-0";
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("detector");
            Path token = Files.writeString(directory.resolve("token"), TOKEN + "\n");
            for (String name : SERVICES) {
                HttpServer server = serve();
                Service service = new Service(name, server.getAddress().getPort());
                services.put(name, service);
                server.createContext("/q/health/ready", exchange -> health(service, exchange));
            }
            HttpServer stack = serve();
            stack.createContext("/", this::control);
            return Map.of(
                    "recio.data-dir",
                    directory.toString(),
                    "recio.instance",
                    "cascading-failure-detector-0",
                    "recio.local-stack.url",
                    "http://127.0.0.1:" + stack.getAddress().getPort(),
                    "recio.local-stack.token-file",
                    token.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        over.countDown();
        servers.forEach(server -> server.stop(0));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(HttpHouse.class));
    }

    /** Its figure is late, and nothing gets done. */
    void stick(String service, String figure) {
        services.get(service).late = figure;
    }

    /** It accepts connections and never answers. */
    void freeze(String service) {
        services.get(service).frozen = true;
    }

    void recover(String service) {
        services.get(service).late = "";
    }

    String instance(String service) {
        return services.get(service).instance;
    }

    private HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        servers.add(server);
        return server;
    }

    private void health(Service service, HttpExchange exchange) throws IOException {
        if (service.frozen) {
            await();
            return;
        }
        boolean functional = service.late.isEmpty();
        service.workDone += functional ? 1 : 0;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("instance", service.instance);
        data.put("state", "active");
        data.put("epoch", 1);
        data.put("functional", functional);
        data.put("workDone", service.workDone);
        data.put("freshness.tick", "{\"ok\":" + !service.late.equals("tick") + "}");
        if (!functional) {
            data.put("freshness." + service.late, "{\"ok\":false}");
        }
        send(exchange, 200, Map.of("checks", List.of(Map.of("name", "functional", "data", data))));
    }

    private void control(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, Map.of("detail", "a bearer token must be given"));
        } else if (path.length == 1) {
            send(exchange, 200, SERVICES.stream().map(this::view).toList());
        } else {
            Optional<String> name = SERVICES.stream()
                    .filter(each -> instance(each).equals(path[1]))
                    .findFirst();
            if (name.isEmpty()) {
                send(exchange, 404, Map.of("detail", "no such instance"));
                return;
            }
            restart(name.get());
            commands.add(name.get() + "/" + path[2]);
            send(exchange, 202, view(name.get()));
        }
    }

    private void restart(String name) {
        Service service = services.get(name);
        service.instance = name + "-" + (commands.size() + 1);
        service.since = Instant.now();
        service.late = "";
        service.frozen = false;
        service.workDone = 1;
    }

    private Map<String, Object> view(String name) {
        Service service = services.get(name);
        return Map.of(
                "service",
                name,
                "instance",
                service.instance,
                "state",
                service.frozen ? "frozen" : "running",
                "port",
                service.port,
                "since",
                service.since.toString());
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = DomainJson.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
