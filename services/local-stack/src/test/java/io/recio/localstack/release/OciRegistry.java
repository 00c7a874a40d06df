package io.recio.localstack.release;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As much of the OCI distribution protocol as Helm asks for: blobs in one piece, manifests by tag and digest. */
final class OciRegistry implements AutoCloseable {

    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpServer server;
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();

    private OciRegistry(HttpServer server) {
        this.server = server;
    }

    static OciRegistry start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        OciRegistry registry = new OciRegistry(server);
        server.createContext("/v2/", registry::answer);
        server.start();
        return registry;
    }

    /** Such as {@code 127.0.0.1:41234/recio}. */
    String name() {
        return "127.0.0.1:" + server.getAddress().getPort() + "/recio";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String last = path.substring(path.lastIndexOf('/') + 1);
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "POST" -> {
                    exchange.getResponseHeaders().set("Location", path + "one");
                    exchange.sendResponseHeaders(202, -1);
                }
                case "PUT" -> {
                    String digest = digest(body);
                    if (path.contains("/manifests/")) {
                        manifests.put(last, body);
                        manifests.put(digest, body);
                    } else {
                        blobs.put(digest, body);
                    }
                    exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
                    exchange.sendResponseHeaders(201, -1);
                }
                default -> give(exchange, path.contains("/manifests/") ? manifests.get(last) : blobs.get(last), path);
            }
        }
    }

    private static void give(HttpExchange exchange, byte[] found, String path) throws IOException {
        if (found == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders()
                .set("Content-Type", path.contains("/manifests/") ? MANIFEST : "application/octet-stream");
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest(found));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(found.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, found.length);
            exchange.getResponseBody().write(found);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    /** The manifest under a tag, as text. */
    String manifest(String tag) {
        return new String(manifests.get(tag), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
