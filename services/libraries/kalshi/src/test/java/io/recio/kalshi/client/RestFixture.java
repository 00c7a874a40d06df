package io.recio.kalshi.client;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.Payloads;
import io.recio.kalshi.auth.CredentialSource;
import io.recio.kalshi.auth.KalshiCredentials;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.RateBudget;
import io.vertx.core.Vertx;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A client and an exchange that answers what it is told, over real HTTP on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestFixture {

    static final String BASE = "/trade-api/v2";
    static final Duration PATIENCE = Duration.ofSeconds(10);

    final WireMockServer exchange = new WireMockServer(options().dynamicPort());
    final SystemClock clock = SystemClock.of(InstantSource.system());
    static final AccountLimits LIMITS =
            new AccountLimits("test", new AccountLimits.Bucket(5000, 5000), new AccountLimits.Bucket(5000, 5000));

    final RateBudget budget = new RateBudget(LIMITS, clock);

    private Vertx vertx;
    KalshiRest rest;

    @BeforeAll
    void start() throws Exception {
        exchange.start();
        vertx = Vertx.vertx();
        rest = client(exchange.port()).within(PATIENCE);
    }

    @AfterEach
    void forget() {
        exchange.resetAll();
    }

    @AfterAll
    void stop() throws Exception {
        rest.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        exchange.stop();
    }

    KalshiRest client(int port) throws NoSuchAlgorithmException {
        return client("http:", port);
    }

    KalshiRest secureClient(int port) throws NoSuchAlgorithmException {
        return client("https:", port);
    }

    /** What the action throws on an event loop. */
    Throwable onEventLoop(Runnable action) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        vertx.runOnContext(nothing -> {
            try {
                action.run();
                thrown.complete(new AssertionError("nothing was thrown"));
            } catch (RuntimeException e) {
                thrown.complete(e);
            }
        });
        return thrown.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private KalshiRest client(String scheme, int port) throws NoSuchAlgorithmException {
        String address = "//localhost:" + port + BASE;
        KalshiSigner signer = new KalshiSigner(
                CredentialSource.fixed(new KalshiCredentials(
                        "key-1",
                        KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPrivate())),
                clock);
        return new KalshiRest(vertx, KalshiEndpoint.of(scheme + address, "ws:" + address), signer, budget, clock);
    }

    void answer(MappingBuilder request, int status, String payload) {
        exchange.stubFor(request.willReturn(json(status, Payloads.read(payload))));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
