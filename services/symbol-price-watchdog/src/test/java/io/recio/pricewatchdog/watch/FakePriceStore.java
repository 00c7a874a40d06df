package io.recio.pricewatchdog.watch;

import io.recio.coinbase.Candle;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.pricewatchdog.alert.PriceAlert;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LoggedSecond;
import io.recio.storage.settings.SymbolSettings;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps everything in memory; a later row of a second replaces the earlier. */
final class FakePriceStore implements PriceStore {

    final TreeMap<BusinessTime, LoggedSecond> rows = new TreeMap<>();
    final TreeMap<BusinessTime, Candle> bars = new TreeMap<>();
    final List<LatestPrice> commits = new ArrayList<>();
    final List<String> days = new ArrayList<>();

    @Override
    public Optional<SymbolSettings> settings(Symbol symbol) {
        return Optional.of(new SymbolSettings(symbol, "BTC-USD", new SeriesTicker("KXBTCD"), "BRTI"));
    }

    @Override
    public List<PriceSecond> seconds(Symbol symbol, BusinessTime from, BusinessTime to) {
        return rows.subMap(from, true, to, true).values().stream()
                .map(LoggedSecond::second)
                .toList();
    }

    @Override
    public Optional<BusinessTime> newestSecond(Symbol symbol, BusinessTime until) {
        return Optional.ofNullable(rows.floorKey(until));
    }

    @Override
    public List<Candle> bars(Symbol symbol, BusinessTime from, BusinessTime to) {
        return List.copyOf(bars.subMap(from, true, to, true).values());
    }

    @Override
    public void markCached(Symbol symbol) {}

    @Override
    public void ensureDay(Symbol symbol, LocalDate day) {
        days.add("ensure " + day);
    }

    @Override
    public int dropDaysBefore(Symbol symbol, LocalDate day) {
        days.add("drop before " + day);
        return 0;
    }

    @Override
    public void commit(LatestPrice latest, List<LoggedSecond> seconds) {
        commits.add(latest);
        seconds.forEach(row -> rows.put(row.second().at(), row));
    }

    @Override
    public void writeBars(Symbol symbol, List<Candle> written) {
        written.forEach(bar -> bars.put(bar.start(), bar));
    }

    @Override
    public void raise(PriceAlert alert) {}

    @Override
    public void report(JsonObject report) {}
}
