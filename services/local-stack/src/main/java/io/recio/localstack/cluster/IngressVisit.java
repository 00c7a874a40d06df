package io.recio.localstack.cluster;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.recio.localstack.bench.ui.ScreenLogin;
import io.recio.localstack.directory.InstalledProgram;
import io.recio.localstack.directory.PemFiles;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.directory.ServerCertificate;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The screen as people outside have it: HTTPS to an nginx that is told what the Ingress says, no matter which controller reads it. */
final class IngressVisit {

    private static final String HOST = "localhost";
    private static final String TLS = "recio-test-tls";
    private static final Duration START = Duration.ofSeconds(10);

    /** Stays inside. */
    private static final List<String> CLOSED = List.of("/q/health", "/q/metrics", "/admin");

    private final Cluster cluster;
    private final Forwards forwards;
    private final Release release;
    private final Health health;
    private final Progress out;

    IngressVisit(Cluster cluster, Forwards forwards, Release release, Health health, Progress out) {
        this.cluster = cluster;
        this.forwards = forwards;
        this.release = release;
        this.health = health;
        this.out = out;
    }

    /** @return whether everything came up with it, and nothing is open that should not be */
    boolean go(Edition edition) throws IOException, InterruptedException, GeneralSecurityException {
        if (!InstalledProgram.ensure(List.of("nginx"), "nginx-light")) {
            throw new Refused("nginx must be installed for the part INGRESS; Debian has it as nginx-light");
        }
        Path directory = Files.createTempDirectory("recio-ingress-");
        ServerCertificate certificate =
                ServerCertificate.of(new Secrets(directory, new SecureRandom()), directory, "ingress");
        PemFiles pem = PemFiles.of(certificate);
        pem.write(directory);
        keep(pem);
        Map<String, String> values = new HashMap<>(edition.values());
        values.putAll(Map.of("ingress.enabled", "true", "ingress.host", HOST, "ingress.tlsSecret", TLS));
        Instance old = cluster.instances().get(ClusterTest.SCREEN);
        out.step("helm upgrade with an ingress: revision " + release.upgrade(new Edition(edition.chart(), values)));
        health.within(Releases.LIMIT, () -> {
            Instance now = cluster.instances().get(ClusterTest.SCREEN);
            return now != null && now.ready() && old != null && !now.isSameLifeAs(old);
        });
        if (!health.await(Releases.LIMIT).isEmpty()) {
            return false;
        }
        try (NginxProxy nginx = NginxProxy.start(
                        ingress(), forwards.port(ClusterTest.SCREEN, ClusterTest.SCREEN_PORT), directory);
                HttpClient http = HttpClient.newBuilder()
                        .sslContext(certificate.trusting())
                        .build()) {
            URI address = URI.create("https://" + HOST + ":" + nginx.port());
            health.within(START, () -> answers(http, address));
            return visit(http, address);
        }
    }

    private boolean visit(HttpClient http, URI address) throws IOException, InterruptedException {
        ScreenLogin login = ScreenLogin.of(http, address, cluster.secret("recio-first-admin", "password"));
        out.step("Through nginx: logged in, the live feed says " + LiveFeed.firstPrice(http, login));
        boolean closed = true;
        for (String path : CLOSED) {
            int status = status(http, address.resolve(path));
            out.step("Through nginx: " + path + " answers " + status);
            closed &= status == 404;
        }
        return closed;
    }

    private void keep(PemFiles pem) {
        cluster.client()
                .secrets()
                .inNamespace(cluster.namespace())
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(TLS)
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                        .addToStringData("tls.crt", pem.certificate())
                        .addToStringData("tls.key", pem.key())
                        .build())
                .create();
    }

    private Ingress ingress() {
        return cluster.client()
                .network()
                .v1()
                .ingresses()
                .inNamespace(cluster.namespace())
                .withName(Release.NAME + "-" + ClusterTest.SCREEN)
                .require();
    }

    private static boolean answers(HttpClient http, URI address) {
        try {
            return status(http, address.resolve("/login")) == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int status(HttpClient http, URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
