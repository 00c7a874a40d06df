package io.recio.coordinator.striketable;

import io.recio.coordinator.document.DocumentFiles;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Database;
import io.recio.storage.json.DomainJson;
import io.recio.storage.price.FeedState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says every ten seconds how coordination goes: a row in {@code system.status_reports} and {@code system_status.json}. */
@Singleton
class StatusReport {

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final String SERVICE = "unified-production-coordinator";

    private final Database database;
    private final DocumentFiles files;
    private final SystemClock clock;
    private long reportedAt;
    private boolean reported;

    /** What is said of one symbol. */
    record SymbolStatus(FeedState priceFeed, BusinessTime priceAt) {}

    /** The whole report. */
    record Report(boolean functional, long tablesWritten, Map<String, SymbolStatus> symbols) {}

    StatusReport(Database database, DocumentFiles files, SystemClock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    void report(Map<Symbol, SymbolTables> tables, FunctionalHealth health) {
        if (reported && clock.nanos() - reportedAt < PERIOD.toNanos()) {
            return;
        }
        Map<String, SymbolStatus> symbols = new LinkedHashMap<>();
        tables.forEach((symbol, each) -> each.lastPrice()
                .ifPresent(price -> symbols.put(
                        symbol.value(),
                        new SymbolStatus(price.feedState(), price.snapshot().at()))));
        Report report = new Report(health.isFunctional(), health.workDone(), symbols);
        database.update("""
                INSERT INTO system.status_reports (service, reported_at, report)
                VALUES ($1, clock_timestamp(), $2::text::jsonb)
                ON CONFLICT (service) DO UPDATE SET reported_at = excluded.reported_at, report = excluded.report""", SERVICE, DomainJson.write(report));
        files.replace("system_status.json", report);
        reportedAt = clock.nanos();
        reported = true;
    }
}
