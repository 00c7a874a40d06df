package io.recio.failuredetector.operator;

import io.javaoperatorsdk.operator.Operator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.failuredetector.DetectorConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the operator in a cluster, on a thread of its own: an API server that is away must not keep the detector from starting. */
@Singleton
final class OperatorStart {

    private static final Logger LOG = Logger.getLogger(OperatorStart.class);

    private static final long AGAIN_SECONDS = 5;

    private final DetectorConfig config;
    private final Instance<Operator> operator;
    private final CountDownLatch stopping = new CountDownLatch(1);

    OperatorStart(DetectorConfig config, Instance<Operator> operator) {
        this.config = config;
        this.operator = operator;
    }

    void start(@Observes StartupEvent event) {
        if (config.runtime() == DetectorConfig.Runtime.KUBERNETES) {
            Thread.ofPlatform().name("operator-start").daemon().start(this::untilStarted);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void untilStarted() {
        try {
            do {
                try {
                    operator.get().start();
                    LOG.info("Operator follows the policy");
                    return;
                } catch (RuntimeException e) {
                    LOG.warnf("Operator does not start yet reason='%s'", e.getMessage());
                }
            } while (!stopping.await(AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
