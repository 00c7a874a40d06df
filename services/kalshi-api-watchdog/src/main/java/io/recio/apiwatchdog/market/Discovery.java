package io.recio.apiwatchdog.market;

import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.work.Reading;
import io.recio.apiwatchdog.work.RestReads;
import io.recio.apiwatchdog.work.Timer;
import io.recio.domain.market.EventTicker;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.SeriesDetails;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Finds the events of one symbol by REST and follows them to their settlement where the stream says nothing. */
final class Discovery {

    private static final Logger LOG = Logger.getLogger(Discovery.class);

    private static final Duration SERIES_INTERVAL = Duration.ofHours(1);
    private static final Duration SERIES_RETRY = Duration.ofSeconds(5);
    /** An announced event is searched for this long, whatever the lists say meanwhile. */
    private static final Duration ANNOUNCED = Duration.ofSeconds(30);

    private final SymbolBoard board;
    private final MarketSource source;
    private final RestReads reads;
    private final ApiWatchdogConfig.Discovery config;
    private final Tempo tempo;
    private final BusinessClock business;
    private final SystemClock clock;
    private final Runnable listed;
    private final Consumer<SeriesDetails> seriesRead;

    private final Timer listing = new Timer();
    private final Timer series = new Timer();
    private final Map<EventTicker, Timer> results = new HashMap<>();
    private final Set<String> skipped = new HashSet<>();
    private final Timer announcement = new Timer();
    private boolean announced;
    private boolean failing;

    Discovery(
            SymbolBoard board,
            MarketSource source,
            RestReads reads,
            ApiWatchdogConfig.Discovery config,
            Tempo tempo,
            BusinessClock business,
            SystemClock clock,
            Runnable listed,
            Consumer<SeriesDetails> seriesRead) {
        this.board = board;
        this.source = source;
        this.reads = reads;
        this.config = config;
        this.tempo = tempo;
        this.business = business;
        this.clock = clock;
        this.listed = listed;
        this.seriesRead = seriesRead;
    }

    /** Asks for what is due. */
    void look(BusinessTime now, long nanos) {
        lookForSeries(nanos);
        if (listing.isDue(nanos)
                && reads.start(
                        name("list"), () -> source.listed(board.settings().series()), this::listed)) {
            listing.restart(nanos, isUrgent(now, nanos) ? config.urgentInterval() : config.calmInterval());
        }
        for (WatchedEvent event : board.unsettled(now)) {
            Timer due = results.computeIfAbsent(event.ticker(), ticker -> new Timer());
            if (due.isDue(nanos)) {
                due.restart(nanos, patience(event, now));
                read(event.ticker());
            }
        }
        results.keySet().removeIf(ticker -> board.event(ticker).isEmpty());
    }

    /** The exchange announced an event of our series: lists may show it only later. */
    void announced(EventTicker event, long nanos) {
        announced = true;
        announcement.restart(nanos, ANNOUNCED);
        listing.hurry();
        read(event);
    }

    /** Messages may have been missed: everything is read again. */
    void catchUp() {
        listing.hurry();
        results.clear();
    }

    /** Something about the event has changed that the stream did not spell out. */
    void read(EventTicker event) {
        reads.start("event " + event, () -> source.event(event), reading -> found(event, reading));
    }

    private void lookForSeries(long nanos) {
        if (series.isDue(nanos)) {
            series.restart(nanos, SERIES_RETRY);
            reads.start(name("series"), () -> source.series(board.settings().series()), reading -> {
                switch (reading) {
                    case Reading.Answered<SeriesDetails>(var details, var at, var took) -> {
                        series.restart(clock.nanos(), SERIES_INTERVAL);
                        seriesRead.accept(details);
                    }
                    case Reading.Failed<SeriesDetails>(var reason, var at) ->
                        LOG.warnf(
                                "Series not read series=%s reason=%s",
                                board.settings().series(), reason);
                }
            });
        }
    }

    private boolean isUrgent(BusinessTime now, long nanos) {
        Optional<WatchedEvent> current = board.current(now);
        if (current.isEmpty() || announced && !announcement.isDue(nanos)) {
            return true;
        }
        Duration left = tempo.real(now.until(current.get().facts().closesAt()));
        return !board.knowsNextHour(now) && left.compareTo(config.lookAhead()) <= 0;
    }

    /** The longer the exchange takes, the less often it is asked. */
    private Duration patience(WatchedEvent event, BusinessTime now) {
        Duration closedFor = tempo.real(event.facts().closesAt().until(now));
        Duration tenth = closedFor.dividedBy(10);
        return tenth.compareTo(config.resultInterval()) > 0 ? tenth : config.resultInterval();
    }

    private void listed(Reading<List<EventListing>> reading) {
        switch (reading) {
            case Reading.Answered<List<EventListing>>(var events, var at, var took) -> {
                listed.run();
                failing = false;
                events.forEach(this::take);
            }
            case Reading.Failed<List<EventListing>>(var reason, var at) -> {
                if (!failing) {
                    LOG.warnf(
                            "Events cannot be listed, trying on series=%s reason=%s",
                            board.settings().series(), reason);
                }
                failing = true;
            }
        }
    }

    private void found(EventTicker event, Reading<Optional<EventListing>> reading) {
        switch (reading) {
            case Reading.Answered<Optional<EventListing>>(var listing, var at, var took) ->
                listing.ifPresent(this::take);
            case Reading.Failed<Optional<EventListing>>(var reason, var at) ->
                LOG.debugf("Event not read event=%s reason=%s", event, reason);
        }
    }

    private void take(EventListing event) {
        event.skipped().forEach(market -> {
            if (skipped.add(market.ticker())) {
                LOG.warnf("Market skipped ticker=%s reason=%s", market.ticker(), market.reason());
            }
        });
        if (board.listed(event, business.now(), clock.nanos(), clock.now())) {
            LOG.infof(
                    "Event found symbol=%s event=%s markets=%d closesAt=%s",
                    board.symbol(),
                    event.ticker(),
                    event.markets().size(),
                    board.event(event.ticker()).orElseThrow().facts().closesAt());
        }
    }

    private String name(String what) {
        return what + " " + board.settings().series();
    }
}
