package io.recio.apiwatchdog;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Gives the service a Kalshi of the test's own and short intervals; the test reaches both through fields. */
public final class TestKalshiResource implements QuarkusTestResourceLifecycleManager {

    private final TestKalshi kalshi = new TestKalshi();
    private final Path data;

    public TestKalshiResource() {
        try {
            data = Files.createTempDirectory("api-watchdog");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            kalshi.start();
        } catch (Exception e) {
            throw new IllegalStateException("test exchange did not start", e);
        }
        Map<String, String> settings = new HashMap<>(kalshi.settings());
        settings.put("recio.data-dir", data.toString());
        settings.put("kalshi-api-watchdog.discovery.calm-interval", "0.5S");
        settings.put("kalshi-api-watchdog.exchange.status-interval", "0.1S");
        return settings;
    }

    @Override
    public void stop() {
        try {
            kalshi.stop();
        } catch (Exception e) {
            throw new IllegalStateException("test exchange did not stop", e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(kalshi, new TestInjector.MatchesType(TestKalshi.class));
        injector.injectIntoFields(data, new TestInjector.MatchesType(Path.class));
    }
}
