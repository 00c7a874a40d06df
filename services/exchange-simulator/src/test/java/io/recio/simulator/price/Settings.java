package io.recio.simulator.price;

import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.Symbol;
import io.recio.simulator.SimulatorConfig;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import java.util.List;
import java.util.Map;

/** The settings of a simulator, without Quarkus. */
record Settings(String prices, long seed, int tradesPerMinute, double quietShare) implements SimulatorConfig {

    static final Settings GENERATED = new Settings("generated", 7, 90, 0.15);
    static final Settings RECORDED = new Settings("recorded", 7, 90, 0.15);

    static SimulatedPricePath path(Settings settings) {
        return new SimulatedPricePath(
                settings,
                new Instruments(List.of(
                        new Instrument(Symbol.BTC, "BTC-USD", new SeriesTicker("KXBTCD"), "BRTI", 118_000, 0.005),
                        new Instrument(
                                Symbol.ETH, "ETH-USD", new SeriesTicker("KXETHD"), "ETHUSD_RTI", 3_900, 0.0065))));
    }

    @Override
    public Map<String, SymbolSettings> symbols() {
        return Map.of();
    }
}
