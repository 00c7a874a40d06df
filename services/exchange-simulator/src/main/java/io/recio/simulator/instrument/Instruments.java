package io.recio.simulator.instrument;

import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.Symbol;
import io.recio.simulator.SimulatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The instruments of this simulator, by each of their names. */
@ApplicationScoped
public class Instruments {

    private final List<Instrument> instruments;

    @Inject
    Instruments(SimulatorConfig config) {
        this(config.symbols().entrySet().stream()
                .map(entry -> instrument(entry.getKey(), entry.getValue()))
                .toList());
    }

    public Instruments(Collection<Instrument> instruments) {
        this.instruments = instruments.stream()
                .sorted(Comparator.comparing(Instrument::symbol))
                .toList();
    }

    private static Instrument instrument(String symbol, SimulatorConfig.SymbolSettings settings) {
        return new Instrument(
                Symbol.of(symbol),
                settings.product(),
                new SeriesTicker(settings.series()),
                settings.index(),
                settings.level(),
                settings.hourlyVolatility());
    }

    /** All of them, ordered by symbol. */
    public List<Instrument> all() {
        return instruments;
    }

    public Optional<Instrument> bySymbol(Symbol symbol) {
        return find(instrument -> instrument.symbol().equals(symbol));
    }

    public Optional<Instrument> byProduct(String product) {
        return find(instrument -> instrument.product().equals(product));
    }

    public Optional<Instrument> bySeries(SeriesTicker series) {
        return find(instrument -> instrument.series().equals(series));
    }

    public Optional<Instrument> byIndex(String index) {
        return find(instrument -> instrument.index().equals(index));
    }

    private Optional<Instrument> find(Predicate<Instrument> condition) {
        return instruments.stream().filter(condition).findFirst();
    }
}
