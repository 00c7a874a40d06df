package io.recio.pricewatchdog.watch;

import io.recio.coinbase.Candle;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.pricewatchdog.alert.PriceAlert;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LoggedSecond;
import io.recio.storage.settings.SymbolSettings;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the watchdog keeps of its symbol. Every call may throw {@code DatabaseUnavailable}. */
interface PriceStore {

    /** What the symbol stands for; empty when it is unknown or not enabled. */
    Optional<SymbolSettings> settings(Symbol symbol);

    /** Both ends included, oldest first. */
    List<PriceSecond> seconds(Symbol symbol, BusinessTime from, BusinessTime to);

    /** The newest second written at or before the moment. */
    Optional<BusinessTime> newestSecond(Symbol symbol, BusinessTime until);

    /** Oldest first. */
    List<Candle> bars(Symbol symbol, BusinessTime from, BusinessTime to);

    /** The price last written is from before; it is for display until the feed is heard. */
    void markCached(Symbol symbol);

    /** Makes room for the day's seconds. */
    void ensureDay(Symbol symbol, LocalDate day);

    /** Forgets the days before; returns how many. */
    int dropDaysBefore(Symbol symbol, LocalDate day);

    /** All or nothing, and wakes the readers. */
    void commit(LatestPrice latest, List<LoggedSecond> seconds);

    /** Writes or rewrites bars. */
    void writeBars(Symbol symbol, List<Candle> bars);

    void raise(PriceAlert alert);

    void report(JsonObject report);
}
