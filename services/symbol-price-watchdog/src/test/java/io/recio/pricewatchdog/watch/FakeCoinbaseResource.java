package io.recio.pricewatchdog.watch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test its exchange; tests reach it through a field of type {@link FakeCoinbase}. */
public final class FakeCoinbaseResource implements QuarkusTestResourceLifecycleManager {

    private final FakeCoinbase exchange = new FakeCoinbase();

    @Override
    public Map<String, String> start() {
        String address = "127.0.0.1:" + exchange.port();
        return Map.of("recio.coinbase.ws-url", "ws://" + address, "recio.coinbase.rest-url", "http://" + address);
    }

    @Override
    public void stop() {
        exchange.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(exchange, new TestInjector.MatchesType(FakeCoinbase.class));
    }
}
