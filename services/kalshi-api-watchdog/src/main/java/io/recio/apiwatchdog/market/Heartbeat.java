package io.recio.apiwatchdog.market;

import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.status.ExchangeWatch;
import io.recio.apiwatchdog.work.Timer;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Database;
import io.recio.storage.system.StatusReportStore;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Says once a minute how the watch goes: a line in the log and a row in {@code system.status_reports}. */
@Singleton
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final String SERVICE = "kalshi-api-watchdog";
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final Database database;
    private final StatusReportStore reports = new StatusReportStore();
    private final FunctionalHealth health;
    private final Duration interval;
    private final SystemClock clock;
    private final Timer timer = new Timer();

    Heartbeat(Database database, FunctionalHealth health, ApiWatchdogConfig config, SystemClock clock) {
        this.database = database;
        this.health = health;
        this.interval = config.reports().heartbeatInterval();
        this.clock = clock;
    }

    /** The first one comes soon, when there is something to say. */
    void begin() {
        timer.restart(clock.nanos(), FIRST);
    }

    void beat(SymbolWatches symbols, ExchangeWatch exchange, Optional<Duration> silence) {
        if (!timer.isDue(clock.nanos())) {
            return;
        }
        timer.restart(clock.nanos(), interval);
        JsonObject report = new JsonObject()
                .put("functional", health.isFunctional())
                .put("connected", silence.isPresent())
                .put("commits", health.workDone())
                .put("exchange", exchange.report())
                .put("symbols", symbols(symbols, silence));
        LOG.infof("Heartbeat %s", report.encode());
        reports.write(database, SERVICE, report);
    }

    private static JsonObject symbols(SymbolWatches symbols, Optional<Duration> silence) {
        JsonObject all = new JsonObject();
        BoardWriter.Moment moment = symbols.moment(silence);
        for (SymbolWatch watch : symbols.watches()) {
            SymbolBoard board = watch.board();
            JsonObject said = new JsonObject().put("events", board.events().size());
            board.current(moment.business()).ifPresent(event -> {
                said.put("event", event.ticker().value());
                said.put("markets", event.markets().size());
                event.feedRow(moment.system(), moment.silence()).ifPresent(row -> {
                    said.put("books", row.bySocket() ? "websocket" : "rest");
                    said.put("believable", row.valid());
                });
            });
            board.following(moment.business())
                    .ifPresent(event -> said.put("next", event.ticker().value()));
            all.put(board.symbol().value(), said);
        }
        return all;
    }
}
