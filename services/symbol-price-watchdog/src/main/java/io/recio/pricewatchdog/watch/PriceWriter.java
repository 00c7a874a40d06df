package io.recio.pricewatchdog.watch;

import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.pricewatchdog.PriceWatchdogConfig;
import io.recio.pricewatchdog.track.PriceTrack;
import io.recio.storage.price.FeedState;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.price.LoggedSecond;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is due: the first change at once, then at most one commit per interval of real time, each with all closed
 * seconds. Keeps the days' partitions.
 */
final class PriceWriter {

    private static final Logger LOG = Logger.getLogger(PriceWriter.class);

    private final Symbol symbol;
    private final PriceStore store;
    private final PriceTrack track;
    private final History history;
    private final SymbolWatch watch;
    private final WatchFigures figures;
    private final SystemClock clock;
    private final long intervalNanos;
    private final int rowLimit;
    private final int retentionDays;
    private final Set<LocalDate> days = new HashSet<>();

    private @Nullable LocalDate today;
    private @Nullable FeedState written;
    private boolean fresh = true;
    private long committedAt;
    private boolean news;
    private long newsSince;
    private long rows;

    PriceWriter(
            Symbol symbol,
            PriceStore store,
            PriceTrack track,
            History history,
            SymbolWatch watch,
            WatchFigures figures,
            SystemClock clock,
            PriceWatchdogConfig config) {
        this.symbol = symbol;
        this.store = store;
        this.track = track;
        this.history = history;
        this.watch = watch;
        this.figures = figures;
        this.clock = clock;
        this.intervalNanos = config.commit().interval().toNanos();
        this.rowLimit = config.commit().rows();
        this.retentionDays = config.retentionDays();
    }

    /** Makes room for today and tomorrow and forgets what is too old, once a business day. */
    void keepDays(BusinessTime now) {
        LocalDate day = dayOf(now);
        if (day.equals(today)) {
            return;
        }
        ensure(day);
        ensure(day.plusDays(1));
        int dropped = store.dropDaysBefore(symbol, day.minusDays(retentionDays));
        if (dropped > 0) {
            LOG.infof("Dropped old days of the price log symbol=%s days=%d", symbol, dropped);
        }
        today = day;
    }

    /** Something came in that changes the newest price or its pulse. */
    void noteNews(long arrivedNanos) {
        if (!news) {
            news = true;
            newsSince = arrivedNanos;
        }
    }

    /** How long until {@link #write} would write; empty-handed, as long as given. */
    Duration untilDue(Duration idle) {
        if (!news && !hasHistory()) {
            return idle;
        }
        long left = fresh ? 0 : committedAt + intervalNanos - clock.nanos();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(Math.min(left, idle.toNanos()));
    }

    /** Commits if anything is due and the interval is over, or at once when asked to. */
    void write(BusinessTime now, boolean atOnce) {
        FeedState state = watch.state(now, clock.now());
        boolean changed = news || state != written || hasHistory();
        boolean rested = fresh || clock.nanos() - committedAt >= intervalNanos;
        if (!changed || !(rested || atOnce)) {
            return;
        }
        // Without a price there is nothing to write; heartbeats alone make none.
        watch.latest(now, clock.now()).ifPresent(this::commit);
        news = false;
    }

    /** Rows written so far, rewritten ones counted again. */
    long rows() {
        return rows;
    }

    private void commit(LatestPrice latest) {
        List<LoggedSecond> due = due();
        due.forEach(row -> ensure(dayOf(row.second().at())));
        long began = clock.nanos();
        store.commit(latest, due);
        long ended = clock.nanos();
        rows += due.size();
        Duration took = Duration.ofNanos(ended - (news ? newsSince : began));
        figures.committed(due.size(), took, latest.feedState() == FeedState.SILENT);
        written = latest.feedState();
        fresh = false;
        committedAt = began;
    }

    private boolean hasHistory() {
        return history.hasOutageRows() || (track.hasHistoryDue() && !history.awaitsTrades());
    }

    private List<LoggedSecond> due() {
        List<PriceSecond> seconds = new ArrayList<>(track.due(rowLimit, !history.awaitsTrades()));
        if (seconds.size() < rowLimit) {
            seconds.addAll(history.outageRows(rowLimit - seconds.size()));
        }
        return seconds.stream()
                .map(second -> new LoggedSecond(second, watch.indexAt(second.at())))
                .toList();
    }

    private void ensure(LocalDate day) {
        if (days.add(day)) {
            store.ensureDay(symbol, day);
        }
    }

    private static LocalDate dayOf(BusinessTime time) {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }
}
