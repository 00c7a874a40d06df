package io.recio.accountsync.sync;

import io.recio.accountsync.read.ReadPlan;
import io.recio.accountsync.record.AccountRecorder;
import io.recio.accountsync.settlement.Determination;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.SocketMessage.BookChanged;
import io.recio.kalshi.model.SocketMessage.BookInvalid;
import io.recio.kalshi.model.SocketMessage.Connected;
import io.recio.kalshi.model.SocketMessage.Disconnected;
import io.recio.kalshi.model.SocketMessage.EventFeesChanged;
import io.recio.kalshi.model.SocketMessage.EventListed;
import io.recio.kalshi.model.SocketMessage.FillReported;
import io.recio.kalshi.model.SocketMessage.IndexTicked;
import io.recio.kalshi.model.SocketMessage.LifecycleChanged;
import io.recio.kalshi.model.SocketMessage.LifecycleStep;
import io.recio.kalshi.model.SocketMessage.MessagesLost;
import io.recio.kalshi.model.SocketMessage.OrderGroupUpdated;
import io.recio.kalshi.model.SocketMessage.OrderUpdated;
import io.recio.kalshi.model.SocketMessage.PositionUpdated;
import io.recio.kalshi.model.SocketMessage.SubscriptionRefused;
import io.recio.kalshi.model.SocketMessage.TickerUpdate;
import io.recio.kalshi.model.SocketMessage.TradeReported;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stream told since the last look, recorded fills first: they are what others wait for. */
final class StreamBatch {

    private final AccountRecorder recorder;
    private final SyncWatch watch;
    private final ReadPlan plan;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final SyncFigures figures;

    private final List<FillReported> fills = new ArrayList<>();
    private final List<AccountOrder> orders = new ArrayList<>();
    private final List<PositionUpdated> positions = new ArrayList<>();
    private final List<Determination> results = new ArrayList<>();
    private long firstFillAt;

    StreamBatch(
            AccountRecorder recorder,
            SyncWatch watch,
            ReadPlan plan,
            BusinessClock clock,
            SystemClock systemClock,
            SyncFigures figures) {
        this.recorder = recorder;
        this.watch = watch;
        this.plan = plan;
        this.clock = clock;
        this.systemClock = systemClock;
        this.figures = figures;
    }

    void add(Inbound.Heard heard) {
        switch (heard.message()) {
            case FillReported fill -> {
                if (fills.isEmpty()) {
                    firstFillAt = heard.nanos();
                }
                fills.add(fill);
            }
            case OrderUpdated order -> orders.add(order.order());
            case PositionUpdated position -> positions.add(position);
            case LifecycleChanged change -> lifecycle(change, heard.nanos());
            case Connected _ -> {
                watch.connected();
                figures.connected();
            }
            case Disconnected lost -> watch.disconnected(lost.reason(), lost.keyRefused());
            case MessagesLost _ -> plan.newsWanted(heard.nanos());
            case SubscriptionRefused refused ->
                watch.refused(refused.channel().wire(), refused.code(), refused.message());
            case BookChanged _,
                    BookInvalid _,
                    TickerUpdate _,
                    TradeReported _,
                    EventListed _,
                    EventFeesChanged _,
                    OrderGroupUpdated _,
                    IndexTicked _ -> {}
        }
    }

    /** Records all that was added. */
    void record() {
        if (!fills.isEmpty()) {
            int added = recorder.heardFills(List.copyOf(fills), firstFillAt);
            figures.fillsCommitted(added, Duration.ofNanos(systemClock.nanos() - firstFillAt));
            plan.holdingsWanted(systemClock.nanos());
            fills.clear();
        }
        if (!orders.isEmpty()) {
            recorder.heardOrders(List.copyOf(orders));
            plan.holdingsWanted(systemClock.nanos());
            orders.clear();
        }
        if (!positions.isEmpty()) {
            if (recorder.heardPositions(List.copyOf(positions))) {
                plan.holdingsWanted(systemClock.nanos());
            }
            positions.clear();
        }
        if (!results.isEmpty()) {
            recorder.heardResults(List.copyOf(results));
            results.clear();
        }
    }

    private void lifecycle(LifecycleChanged change, long nanos) {
        if (change.step() == LifecycleStep.SETTLED
                && (recorder.awaitingPayout().contains(change.ticker())
                        || recorder.held().contains(change.ticker()))) {
            plan.payoutsWanted(nanos);
        }
        if (change.step() == LifecycleStep.DETERMINED) {
            change.result()
                    .ifPresent(result -> results.add(new Determination(
                            change.ticker(),
                            Optional.empty(),
                            result,
                            change.settlementValue(),
                            change.determinedAt().orElseGet(clock::now))));
        }
    }
}
