package io.recio.localstack.cluster;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** An nginx that does what an Ingress with one rule says, for its one backend, and nothing else. */
record NginxProxy(int port, Process process) implements AutoCloseable {

    /**
     * @param backend port of 127.0.0.1
     * @param directory with {@code tls.crt} and {@code tls.key}; nginx writes there
     */
    static NginxProxy start(Ingress ingress, int backend, Path directory) throws IOException {
        int port = freePort();
        Path config = directory.resolve("nginx.conf");
        Files.writeString(config, config(ingress, port, backend, directory));
        return new NginxProxy(
                port,
                new ProcessBuilder("nginx", "-c", config.toString(), "-g", "daemon off;")
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("nginx.log").toFile())
                        .start());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    static String config(Ingress ingress, int port, int backend, Path directory) {
        IngressRule rule = ingress.getSpec().getRules().getFirst();
        String locations =
                rule.getHttp().getPaths().stream().map(NginxProxy::locations).collect(Collectors.joining());
        return """
                error_log stderr;
                pid %s/nginx.pid;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %s/body;
                    proxy_temp_path %s/proxy;
                    fastcgi_temp_path %s/fastcgi;
                    uwsgi_temp_path %s/uwsgi;
                    scgi_temp_path %s/scgi;
                    map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
                    proxy_http_version 1.1;
                    proxy_set_header Host $http_host;
                    proxy_set_header Upgrade $http_upgrade;
                    proxy_set_header Connection $connection_upgrade;
                    proxy_set_header X-Forwarded-For $remote_addr;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    server {
                        listen 127.0.0.1:%d ssl;
                        server_name %s;
                        ssl_certificate %s/tls.crt;
                        ssl_certificate_key %s/tls.key;
                        set $backend http://127.0.0.1:%d;
                        location / { return 404; }
                %s    }
                }
                """.replace("%s/", directory + "/").formatted(port, rule.getHost(), backend, locations);
    }

    private static String locations(HTTPIngressPath path) {
        String exact = location("= " + path.getPath());
        boolean all = path.getPath().equals("/");
        return switch (path.getPathType()) {
            case "Exact" -> exact;
            case "Prefix" -> all ? location("/") : exact + location(path.getPath() + "/");
            default ->
                throw new IllegalArgumentException("path type must be Exact or Prefix, was " + path.getPathType());
        };
    }

    private static String location(String match) {
        return "        location " + match + " { proxy_pass $backend; }\n";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
