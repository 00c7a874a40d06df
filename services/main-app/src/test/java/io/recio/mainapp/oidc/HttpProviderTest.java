package io.recio.mainapp.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.fixtures.TestCertificates;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A provider whose certificate an authority of the house has signed, for {@code localhost}. */
class HttpProviderTest {

    private static final TestCertificates HOUSE = TestCertificates.of("The house", "dns:localhost");
    private static final Vertx VERTX = Vertx.vertx();

    private static int port;

    @BeforeAll
    static void listen() {
        port = VERTX.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(HOUSE.certificate().toString())
                                .setKeyPath(HOUSE.key().toString())))
                .requestHandler(request -> request.response()
                        .end(new JsonObject()
                                .put(
                                        "issuer",
                                        issuer(request.authority().host()).toString())
                                .put("authorization_endpoint", "https://id.example/authorize")
                                .put("token_endpoint", "https://id.example/token")
                                .put("jwks_uri", "https://id.example/keys")
                                .encode()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isBelievedByTheAuthorityOfTheHouse() throws Refused {
        assertThat(provider("localhost", Optional.of(HOUSE.authority()))
                        .discover()
                        .token())
                .isEqualTo(URI.create("https://id.example/token"));
    }

    @Test
    void isNotBelievedByAnotherAuthorityOrWithoutOne() {
        Path another = TestCertificates.of("Another house", "dns:localhost").authority();
        isRefused(provider("localhost", Optional.of(another)));
        isRefused(provider("localhost", Optional.empty()));
    }

    @Test
    void isNotBelievedUnderAnotherName() {
        isRefused(provider("127.0.0.1", Optional.of(HOUSE.authority())));
    }

    private static void isRefused(HttpProvider provider) {
        assertThatThrownBy(provider::discover)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.PROVIDER_AWAY))
                .hasMessageContaining("SSLHandshakeException");
    }

    private static HttpProvider provider(String host, Optional<Path> authorities) {
        return new HttpProvider(
                new Client(issuer(host), "recio", Path.of("client-secret")), authorities, Duration.ofSeconds(10));
    }

    private static URI issuer(String host) {
        return URI.create("https://" + host + ":" + port);
    }
}
