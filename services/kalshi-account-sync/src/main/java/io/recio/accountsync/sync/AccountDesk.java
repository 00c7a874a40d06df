package io.recio.accountsync.sync;

import io.recio.accountsync.AccountSyncConfig;
import io.recio.accountsync.read.AccountReads;
import io.recio.accountsync.read.ReadPlan;
import io.recio.accountsync.read.ReadWorker;
import io.recio.accountsync.record.AccountRecorder;
import io.recio.accountsync.record.AccountRows;
import io.recio.accountsync.record.AccountStore;
import io.recio.accountsync.stream.AccountStream;
import io.recio.accountsync.stream.AccountStreams;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.Desk;
import io.recio.servicekit.DeskRunner;
import io.recio.storage.Fence;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The desk of the account sync: opens stream and reads, and works off what they bring. All of it belongs to one lease; the
 * next begins anew, from the rows.
 */
@Singleton
class AccountDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(AccountDesk.class);

    /** How often due reads and the stream's subscriptions are looked at when nothing comes in. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final AccountSyncConfig config;
    private final AccountStore store;
    private final AccountStreams streams;
    private final AccountReads reads;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final SyncFigures figures;
    private final Runnable waker;

    private @Nullable AccountWork work;

    AccountDesk(
            AccountSyncConfig config,
            AccountStore store,
            AccountStreams streams,
            AccountReads reads,
            BusinessClock clock,
            SystemClock systemClock,
            SyncFigures figures,
            Instance<DeskRunner> runner) {
        this.config = config;
        this.store = store;
        this.streams = streams;
        this.reads = reads;
        this.clock = clock;
        this.systemClock = systemClock;
        this.figures = figures;
        this.waker = () -> runner.get().wake();
    }

    @Override
    public Set<String> channels() {
        return Set.of();
    }

    @Override
    public Duration safetyNet() {
        return LOOK;
    }

    @Override
    public void recover(Fence fence) {
        Queue<Inbound> inbox = new ConcurrentLinkedQueue<>();
        AccountRecorder recorder = new AccountRecorder(store, fence, clock);
        SyncWatch watch = new SyncWatch(systemClock, config.staleAfter(), store.read(AccountRows::wasAuthenticated));
        ReadPlan plan = new ReadPlan(config, systemClock.nanos());
        ReadWorker worker = new ReadWorker(reads, outcome -> put(inbox, new Inbound.Read(outcome)));
        AccountStream stream = streams.open(message -> put(inbox, new Inbound.Heard(message, systemClock.nanos())));
        work = new AccountWork(inbox, recorder, watch, plan, worker, stream, clock, systemClock, figures);
        LOG.infof(
                "Account opened held=%d awaitingPayout=%d",
                recorder.held().size(), recorder.awaitingPayout().size());
    }

    @Override
    public void step() {
        AccountWork current = work;
        if (current != null) {
            current.step();
        }
    }

    @Override
    public void finish() {
        AccountWork current = work;
        if (current != null) {
            current.finish();
            LOG.info("Account sync stopped, everything heard is recorded");
        }
    }

    @Override
    public void standDown() {
        AccountWork last = work;
        work = null;
        if (last != null) {
            last.close();
        }
    }

    private void put(Queue<Inbound> inbox, Inbound inbound) {
        inbox.add(inbound);
        waker.run();
    }
}
