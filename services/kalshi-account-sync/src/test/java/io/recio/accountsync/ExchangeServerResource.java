package io.recio.accountsync;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts the in-test exchange in Kalshi's place, and makes the service impatient. */
public final class ExchangeServerResource implements QuarkusTestResourceLifecycleManager {

    private final KeyFiles keys = new KeyFiles();
    private final ExchangeServer exchange = new ExchangeServer(keys);

    @Override
    public Map<String, String> start() {
        exchange.reset();
        return Map.ofEntries(
                Map.entry("recio.kalshi.rest-url", exchange.restUrl()),
                Map.entry("recio.kalshi.ws-url", exchange.wsUrl()),
                Map.entry("recio.kalshi.key-id-file", keys.id().toString()),
                Map.entry("recio.kalshi.key-file", keys.key().toString()),
                Map.entry("kalshi-account-sync.news-interval", "1S"),
                Map.entry("kalshi-account-sync.whole-interval", "3S"),
                Map.entry("kalshi-account-sync.payout-interval", "0.2S"),
                Map.entry("kalshi-account-sync.holdings-delay", "0.05S"),
                Map.entry("kalshi-account-sync.first-pause", "0.2S"),
                Map.entry("kalshi-account-sync.longest-pause", "0.5S"),
                Map.entry("kalshi-account-sync.stale-after", "4S"));
    }

    @Override
    public void stop() {
        exchange.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(exchange, new TestInjector.MatchesType(ExchangeServer.class));
        injector.injectIntoFields(keys, new TestInjector.MatchesType(KeyFiles.class));
    }
}
