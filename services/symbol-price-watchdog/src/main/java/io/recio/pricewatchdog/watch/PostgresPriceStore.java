package io.recio.pricewatchdog.watch;

import io.recio.coinbase.Candle;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.pricewatchdog.alert.PriceAlert;
import io.recio.servicekit.ServiceIdentity;
import io.recio.storage.Database;
import io.recio.storage.Times;
import io.recio.storage.price.FeedState;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LatestPriceStore;
import io.recio.storage.price.LoggedSecond;
import io.recio.storage.price.PriceLogStore;
import io.recio.storage.settings.SymbolSettings;
import io.recio.storage.settings.SymbolStore;
import io.recio.storage.system.AlertStore;
import io.recio.storage.system.StatusReportStore;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code live_data.price_log}, {@code latest_price} and {@code history.minute_bars}. */
@Singleton
class PostgresPriceStore implements PriceStore {

    private final Database database;
    private final String service;
    private final SymbolStore symbols = new SymbolStore();
    private final PriceLogStore log = new PriceLogStore();
    private final LatestPriceStore latest = new LatestPriceStore();
    private final AlertStore alerts = new AlertStore();
    private final StatusReportStore reports = new StatusReportStore();

    PostgresPriceStore(Database database, ServiceIdentity identity) {
        this.database = database;
        this.service = identity.service();
    }

    @Override
    public Optional<SymbolSettings> settings(Symbol symbol) {
        return symbols.enabled(database).stream()
                .filter(settings -> settings.symbol().equals(symbol))
                .findFirst();
    }

    @Override
    public List<PriceSecond> seconds(Symbol symbol, BusinessTime from, BusinessTime to) {
        return log.between(database, symbol, from, to).stream()
                .map(LoggedSecond::second)
                .toList();
    }

    @Override
    public Optional<BusinessTime> newestSecond(Symbol symbol, BusinessTime until) {
        return log.newest(database, symbol, until);
    }

    @Override
    public List<Candle> bars(Symbol symbol, BusinessTime from, BusinessTime to) {
        return database.list(PostgresPriceStore::bar, """
                SELECT opened_at, open, high, low, close, volume FROM history.minute_bars
                WHERE symbol = $1 AND opened_at BETWEEN $2 AND $3 ORDER BY opened_at""", symbol.value(), Times.column(from), Times.column(to));
    }

    @Override
    public void markCached(Symbol symbol) {
        latest.read(database, symbol)
                .ifPresent(known -> latest.write(
                        database,
                        new LatestPrice(
                                known.snapshot(),
                                known.tradeId(),
                                known.quality(),
                                FeedState.CACHED,
                                known.change1h(),
                                known.change3h(),
                                known.change1d(),
                                known.receivedAt())));
    }

    @Override
    public void ensureDay(Symbol symbol, LocalDate day) {
        database.query("SELECT live_data.ensure_price_partitions($1, $2)", symbol.value(), day);
    }

    @Override
    public int dropDaysBefore(Symbol symbol, LocalDate day) {
        return database.first("SELECT live_data.drop_price_partitions($1, $2)", symbol.value(), day)
                .orElseThrow()
                .getInteger(0);
    }

    @Override
    public void commit(LatestPrice price, List<LoggedSecond> seconds) {
        latest.write(database, price, seconds);
    }

    @Override
    public void writeBars(Symbol symbol, List<Candle> bars) {
        List<Tuple> rows = bars.stream()
                .map(bar -> Tuple.of(
                        symbol.value(),
                        Times.column(bar.start()),
                        bar.open().dollars(),
                        bar.high().dollars(),
                        bar.low().dollars(),
                        bar.close().dollars(),
                        bar.volume()))
                .toList();
        database.batch("""
                INSERT INTO history.minute_bars (symbol, opened_at, open, high, low, close, volume)
                VALUES ($1, $2, $3::numeric, $4::numeric, $5::numeric, $6::numeric, $7)
                ON CONFLICT (symbol, opened_at) DO UPDATE SET open = excluded.open, high = excluded.high,
                    low = excluded.low, close = excluded.close, volume = excluded.volume""", rows);
    }

    @Override
    public void raise(PriceAlert alert) {
        alerts.raise(database, alert.severity(), alert.code(), alert.message(), alert.facts(), alert.at());
    }

    @Override
    public void report(JsonObject report) {
        reports.write(database, service, report);
    }

    private static Candle bar(Row row) {
        return new Candle(
                Times.business(row, "opened_at"),
                SpotPrice.of(row.getBigDecimal("open")),
                SpotPrice.of(row.getBigDecimal("high")),
                SpotPrice.of(row.getBigDecimal("low")),
                SpotPrice.of(row.getBigDecimal("close")),
                row.getBigDecimal("volume"));
    }
}
