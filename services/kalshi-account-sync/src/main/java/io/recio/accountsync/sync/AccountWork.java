package io.recio.accountsync.sync;

import io.recio.accountsync.read.ReadOutcome;
import io.recio.accountsync.read.ReadOutcome.Failed;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.accountsync.read.ReadPlan;
import io.recio.accountsync.read.ReadRequest;
import io.recio.accountsync.read.ReadScope;
import io.recio.accountsync.read.ReadStart;
import io.recio.accountsync.read.ReadWorker;
import io.recio.accountsync.record.AccountRecorder;
import io.recio.accountsync.record.Notice;
import io.recio.accountsync.record.SyncState;
import io.recio.accountsync.stream.AccountStream;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the desk does under one lease: records what comes in, reads what is due, tells how true it is. */
final class AccountWork {

    private static final Duration STATE_INTERVAL = Duration.ofMillis(900);

    private final Queue<Inbound> inbox;
    private final AccountRecorder recorder;
    private final SyncWatch watch;
    private final ReadPlan plan;
    private final ReadWorker worker;
    private final AccountStream stream;
    private final StreamBatch batch;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final SyncFigures figures;

    private long troubles;
    private long statedAt;
    private @Nullable SyncState stated;

    AccountWork(
            Queue<Inbound> inbox,
            AccountRecorder recorder,
            SyncWatch watch,
            ReadPlan plan,
            ReadWorker worker,
            AccountStream stream,
            BusinessClock clock,
            SystemClock systemClock,
            SyncFigures figures) {
        this.inbox = inbox;
        this.recorder = recorder;
        this.watch = watch;
        this.plan = plan;
        this.worker = worker;
        this.stream = stream;
        this.batch = new StreamBatch(recorder, watch, plan, clock, systemClock, figures);
        this.clock = clock;
        this.systemClock = systemClock;
        this.figures = figures;
    }

    void step() {
        drain();
        lookAtStream();
        readWhatIsDue();
        state();
    }

    /** Records what came in before the stream ends, and says that nobody keeps the account up to date any more. */
    void finish() {
        stream.close();
        drain();
        recorder.state(watch.stopped(), watch.takeNotices(), watch.takeSettled());
    }

    void close() {
        stream.close();
        worker.close();
    }

    private void drain() {
        for (Inbound next = inbox.poll(); next != null; next = inbox.poll()) {
            switch (next) {
                case Inbound.Heard heard -> batch.add(heard);
                case Inbound.Read read -> {
                    batch.record();
                    ended(read.outcome());
                }
            }
        }
        batch.record();
    }

    private void ended(ReadOutcome outcome) {
        long now = systemClock.nanos();
        switch (outcome) {
            case Reading reading -> {
                recorder.read(reading);
                plan.ended(reading);
                watch.read(reading);
            }
            case Failed failed -> {
                plan.ended(failed, now);
                watch.failed(failed);
            }
        }
        figures.read(
                outcome,
                outcome instanceof Reading reading && reading.confirms(),
                Duration.ofNanos(now - outcome.request().start().nanos()));
    }

    private void lookAtStream() {
        long now = systemClock.nanos();
        if (watch.subscribedAnew(stream)) {
            plan.resubscribed(now);
        }
        long unusable = stream.troubles();
        if (unusable > troubles) {
            figures.unusable(unusable - troubles);
            troubles = unusable;
            plan.newsWanted(now);
        }
        stream.silence().ifPresent(figures::silent);
    }

    private void readWhatIsDue() {
        Set<MarketTicker> awaited = recorder.awaitingPayout();
        plan.next(systemClock.nanos(), !awaited.isEmpty()).ifPresent(scope -> begin(scope, awaited));
    }

    private void begin(ReadScope scope, Set<MarketTicker> awaited) {
        ReadStart start = new ReadStart(systemClock.now(), clock.now(), systemClock.nanos());
        Set<MarketTicker> unsettled = new HashSet<>(recorder.held());
        unsettled.addAll(awaited);
        plan.began(scope, start.nanos());
        worker.start(new ReadRequest(
                scope,
                start,
                plan.since(scope),
                plan.readsEveryOrder(),
                scope == ReadScope.NEWS && !plan.readsEveryOrder() ? recorder.unfinishedOrders() : Set.of(),
                unsettled));
    }

    /** Writes the state when it changed, and at least once a second. */
    private void state() {
        SyncState now = watch.look(stream.silence());
        List<Notice> notices = new ArrayList<>(watch.takeNotices());
        boolean due = systemClock.nanos() - statedAt >= STATE_INTERVAL.toNanos();
        if (stated == null || due || !notices.isEmpty() || !now.withoutSilence().equals(stated.withoutSilence())) {
            recorder.state(now, notices, watch.takeSettled());
            stated = now;
            statedAt = systemClock.nanos();
        }
    }
}
