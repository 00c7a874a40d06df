package io.recio.simulator.price;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.SimulatorConfig;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** The price path of all configured symbols, recorded where there is a recording, generated elsewhere. */
@ApplicationScoped
public class SimulatedPricePath implements PricePath {

    private static final Logger LOG = Logger.getLogger(SimulatedPricePath.class);
    private static final int MOST_TRADES = 120_000;
    private static final BusinessTime BEGINNING = BusinessTime.ofEpochSecond((Tape.ORIGIN + 1) * 60);

    private final Map<Symbol, SymbolPath> paths = new HashMap<>();
    private final Map<Symbol, SettlementIndex> indices = new HashMap<>();

    @Inject
    public SimulatedPricePath(SimulatorConfig config, Instruments instruments) {
        check(config);
        Seed seed = new Seed(config.seed());
        List<Recording> recordings = Recordings.of(config.prices(), seed);
        for (Instrument instrument : instruments.all()) {
            Symbol symbol = instrument.symbol();
            Seed own = seed.with(symbol.value());
            MinuteBars bars = bars(instrument, recordings, own);
            paths.put(symbol, new SymbolPath(new Tape(bars, own, config.tradesPerMinute(), config.quietShare())));
            indices.put(symbol, new SettlementIndex(own));
        }
    }

    @Override
    public SpotPrice priceAt(Symbol symbol, BusinessTime time) {
        return lastTrade(symbol, time).price();
    }

    @Override
    public SpotPrice indexAt(Symbol symbol, BusinessTime time) {
        long second = time.epochSecond();
        SpotPrice spot = priceAt(symbol, BusinessTime.ofEpochSecond(second));
        return indices.get(symbol).value(spot, second);
    }

    @Override
    public boolean covers(Symbol symbol, BusinessTime time) {
        return paths.containsKey(symbol) && !time.isBefore(BEGINNING);
    }

    @Override
    public boolean isRecorded(Symbol symbol, BusinessTime time) {
        return path(symbol, time).isRecorded(micros(time));
    }

    @Override
    public List<Trade> trades(Symbol symbol, BusinessTime from, BusinessTime to) {
        return path(symbol, from).trades(micros(from), micros(to));
    }

    @Override
    public Trade lastTrade(Symbol symbol, BusinessTime time) {
        return path(symbol, time).lastTrade(micros(time));
    }

    @Override
    public Optional<Trade> tradeById(Symbol symbol, long id) {
        return path(symbol, BEGINNING).tradeById(id);
    }

    @Override
    public List<Bar> bars(Symbol symbol, BusinessTime from, BusinessTime to, Duration interval) {
        long step = interval.toMinutes();
        if (step < 1 || !interval.equals(Duration.ofMinutes(step))) {
            throw new IllegalArgumentException("interval must be whole minutes, was " + interval);
        }
        SymbolPath path = path(symbol, from);
        long end = micros(to);
        List<Bar> bars = new ArrayList<>();
        for (long start = Math.ceilDiv(Math.ceilDiv(micros(from), MinuteTape.MINUTE_MICROS), step) * step;
                start * MinuteTape.MINUTE_MICROS < end;
                start += step) {
            BarSum sum = new BarSum();
            for (long minute = start; minute < start + step && minute * MinuteTape.MINUTE_MICROS < end; minute++) {
                sum.add(path.bar(minute, end));
            }
            sum.bar(BusinessTime.ofEpochSecond(start * 60)).ifPresent(bars::add);
        }
        return bars;
    }

    /** When the next trade happens, or {@code latest} when that comes first. */
    public BusinessTime nextTrade(Symbol symbol, BusinessTime after, BusinessTime latest) {
        OptionalLong next = path(symbol, after).nextTrade(micros(after));
        return next.isPresent() && next.getAsLong() < micros(latest) ? MinuteTape.time(next.getAsLong()) : latest;
    }

    /**
     * Puts a trade on the tape at that moment; from then on the path goes on from its price.
     *
     * @param sizeUnits base currency in hundred-millionths, above zero
     * @param time not before anything already asked as past
     */
    public Trade inject(Symbol symbol, SpotPrice price, long sizeUnits, BusinessTime time) {
        return path(symbol, time).inject(price, sizeUnits, micros(time));
    }

    private SymbolPath path(Symbol symbol, BusinessTime time) {
        SymbolPath path = paths.get(symbol);
        if (path == null) {
            throw new IllegalArgumentException("symbol must be one of " + paths.keySet() + ", was " + symbol);
        }
        if (time.isBefore(BEGINNING)) {
            throw new IllegalArgumentException("time must not be before " + BEGINNING + ", was " + time);
        }
        return path;
    }

    private static MinuteBars bars(Instrument instrument, List<Recording> recordings, Seed seed) {
        GeneratedBars generated = new GeneratedBars(instrument.level(), instrument.hourlyVolatility(), seed);
        Optional<Recording> recording = recordings.stream()
                .filter(candidate -> candidate.symbol().equals(instrument.symbol()))
                .findFirst();
        if (recording.isEmpty()) {
            LOG.infof("Prices are generated symbol=%s level=%s", instrument.symbol(), instrument.level());
            return generated;
        }
        RecordedBars bars = new RecordedBars(recording.get().bars(), generated);
        LOG.infof(
                "Prices follow recorded bars, the ticks between are generated, as is everything outside"
                        + " symbol=%s file=%s from=%s to=%s",
                instrument.symbol(),
                recording.get().file(),
                BusinessTime.ofEpochSecond(bars.first() * 60),
                BusinessTime.ofEpochSecond(bars.end() * 60));
        return bars;
    }

    private static void check(SimulatorConfig config) {
        if (config.tradesPerMinute() < OhlcWalk.MIN_STEPS || config.tradesPerMinute() > MOST_TRADES) {
            throw new IllegalArgumentException("simulator.trades-per-minute must be " + OhlcWalk.MIN_STEPS + " to "
                    + MOST_TRADES + ", was " + config.tradesPerMinute());
        }
        if (!(config.quietShare() >= 0 && config.quietShare() <= 1)) {
            throw new IllegalArgumentException("simulator.quiet-share must be 0 to 1, was " + config.quietShare());
        }
    }

    private static long micros(BusinessTime time) {
        return Math.addExact(
                Math.multiplyExact(time.instant().getEpochSecond(), 1_000_000L),
                time.instant().getNano() / 1000);
    }
}
