package io.recio.kalshi.connection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.OrderCalls;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Signs new orders ahead of their time, on a thread of its own, where the service asks for it. */
@Singleton
class SignAhead {

    private static final Logger LOG = Logger.getLogger(SignAhead.class);

    private final KalshiConnectionConfig config;
    private final KalshiEndpoint endpoint;
    private final KalshiSigner signer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sign-ahead").factory());

    SignAhead(KalshiConnectionConfig config, KalshiEndpoint endpoint, KalshiSigner signer) {
        this.config = config;
        this.endpoint = endpoint;
        this.signer = signer;
    }

    void start(@Observes StartupEvent event) {
        if (config.signAhead()) {
            Runnable preparing = signer.signAhead("POST", endpoint.restUrl().getPath() + OrderCalls.CREATE_PATH);
            thread.scheduleWithFixedDelay(
                    () -> prepare(preparing), 0, KalshiSigner.AHEAD_STEP.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Without it every order is signed when it is sent, so nothing is lost but time. */
    private static void prepare(Runnable preparing) {
        try {
            preparing.run();
        } catch (RuntimeException e) {
            LOG.debugf("Nothing signed ahead reason=%s", e.getMessage());
        }
    }
}
