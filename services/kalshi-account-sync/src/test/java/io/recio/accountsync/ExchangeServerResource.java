package io.recio.accountsync;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts the in-test exchange in Kalshi's place, and makes the service impatient. */
public final class ExchangeServerResource implements QuarkusTestResourceLifecycleManager {

    private final ExchangeServer exchange = new ExchangeServer();

    @Override
    public Map<String, String> start() {
        exchange.reset();
        return Map.of(
                "recio.kalshi.rest-url", exchange.restUrl(),
                "recio.kalshi.ws-url", exchange.wsUrl(),
                "kalshi-account-sync.news-interval", "1S",
                "kalshi-account-sync.whole-interval", "3S",
                "kalshi-account-sync.payout-interval", "0.2S",
                "kalshi-account-sync.holdings-delay", "0.05S",
                "kalshi-account-sync.first-pause", "0.2S",
                "kalshi-account-sync.longest-pause", "0.5S",
                "kalshi-account-sync.stale-after", "4S");
    }

    @Override
    public void stop() {
        exchange.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(exchange, new TestInjector.MatchesType(ExchangeServer.class));
    }
}
