package io.recio.localstack.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

    @Test
    void isBelievedByWhoTrustsItsAuthorityAndByNobodyElse(@TempDir Path directory) throws Exception {
        ServerCertificate certificate = in(directory);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving(certificate)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "https://127.0.0.1:" + server.getAddress().getPort() + "/"))
                    .build();
            try (HttpClient believer = HttpClient.newBuilder()
                            .sslContext(trusting(certificate))
                            .build();
                    HttpClient stranger = HttpClient.newHttpClient()) {
                assertThat(believer.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(204);
                assertThatThrownBy(() -> stranger.send(request, HttpResponse.BodyHandlers.discarding()))
                        .isInstanceOf(SSLHandshakeException.class);
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isMadeOnce(@TempDir Path directory) throws Exception {
        byte[] first = Files.readAllBytes(in(directory).server());

        assertThat(Files.readAllBytes(in(directory).server())).isEqualTo(first);
    }

    private static ServerCertificate in(Path directory) {
        return ServerCertificate.of(new Secrets(directory, new SecureRandom()), directory, "simulator-tls");
    }

    private static SSLContext serving(ServerCertificate certificate) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(
                store(certificate.server(), certificate.password()),
                certificate.password().toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(ServerCertificate certificate) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store(certificate.trusted(), certificate.password()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }
}
