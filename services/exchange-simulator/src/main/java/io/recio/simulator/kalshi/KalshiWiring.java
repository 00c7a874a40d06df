package io.recio.simulator.kalshi;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.SimulatorConfig;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import io.recio.simulator.kalshi.access.KeyRing;
import io.recio.simulator.kalshi.access.RateBudget;
import io.recio.simulator.kalshi.access.SignatureCheck;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.FeeTerms;
import io.recio.simulator.kalshi.exchange.SeriesSpec;
import io.recio.simulator.kalshi.stream.StreamHub;
import io.recio.simulator.price.PricePath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Makes the exchange out of the settings, the price path, the faults and the clock. */
@ApplicationScoped
class KalshiWiring {

    private static final Map<String, String> NAMES = Map.of("BTC", "Bitcoin", "ETH", "Ethereum");

    @Produces
    @Singleton
    Exchange exchange(
            SimulatorConfig simulator,
            KalshiConfig kalshi,
            Instruments instruments,
            PricePath path,
            FaultConditions conditions,
            BusinessClock clock,
            StreamHub hub) {
        if (kalshi.strikes() < 3 || kalshi.strikes() > 200) {
            throw new IllegalArgumentException("simulator.kalshi.strikes must be 3 to 200, was " + kalshi.strikes());
        }
        Exchange.Setup setup = new Exchange.Setup(
                simulator.seed(),
                instruments.all().stream()
                        .map(instrument -> series(instrument, kalshi))
                        .toList(),
                kalshi.feePrecision(),
                Money.of(kalshi.initialBalance()),
                path::indexAt,
                conditions,
                clock);
        return new Exchange(setup, hub);
    }

    @Produces
    @Singleton
    SignatureCheck signatureCheck(KalshiConfig config) {
        return new SignatureCheck(new KeyRing(config.keys()), config.timestampWindow());
    }

    @Produces
    @Singleton
    RateBudget rateBudget(KalshiConfig config, SystemClock clock) {
        return new RateBudget(config.limits().readPerSecond(), config.limits().writePerSecond(), clock);
    }

    private static SeriesSpec series(Instrument instrument, KalshiConfig kalshi) {
        String symbol = instrument.symbol().value();
        return new SeriesSpec(
                instrument.series(),
                instrument.symbol(),
                NAMES.getOrDefault(symbol, symbol),
                instrument.index(),
                Optional.ofNullable(kalshi.strikeSteps().get(symbol)),
                kalshi.strikes(),
                FeeTerms.CRYPTO,
                kalshi.eventLength());
    }
}
