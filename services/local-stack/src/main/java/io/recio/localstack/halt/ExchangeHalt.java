package io.recio.localstack.halt;

import io.recio.domain.time.SystemClock;
import io.recio.kalshi.client.AccountQuery;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.WriteResult;
import io.recio.kalshi.errors.KalshiException;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.OrderGroup;
import io.recio.kalshi.model.OrderState;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Triggers every order group and cancels everything that rests, and reads both lists again until they say so. Every step may
 * be repeated: a group that is triggered and an order that is gone stay so.
 */
public final class ExchangeHalt {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KalshiRest kalshi;
    private final SystemClock clock;
    private final Consumer<String> say;
    private final Set<String> told = new HashSet<>();

    public ExchangeHalt(KalshiRest kalshi, SystemClock clock, Consumer<String> say) {
        this.kalshi = kalshi;
        this.clock = clock;
        this.say = say;
    }

    /**
     * @param patience how long to go on trying
     * @return whether the exchange has confirmed that no group takes orders and nothing rests
     */
    public boolean halt(Duration patience) throws InterruptedException {
        long end = clock.nanos() + patience.toNanos();
        while (true) {
            try {
                take();
                if (isConfirmed()) {
                    return true;
                }
            } catch (KalshiException e) {
                sayOnce("Kalshi did not do as asked: " + e.getMessage());
            }
            if (clock.nanos() >= end) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The groups first: what is sent meanwhile is refused then. */
    private void take() {
        for (OrderGroup group : armed()) {
            report(
                    "Order group " + group.id() + " triggered",
                    kalshi.orderGroups()
                            .trigger(group.id(), group.exchangeIndex().orElse(0)));
        }
        report("Everything that rests cancelled", kalshi.orders().cancelAll());
        for (AccountOrder order : resting()) {
            report(
                    "Order " + order.id() + " in " + order.ticker() + " cancelled",
                    kalshi.orders()
                            .cancel(
                                    order.id(),
                                    order.ticker(),
                                    order.exchangeIndex().orElse(0)));
        }
    }

    private boolean isConfirmed() {
        List<OrderGroup> groups = kalshi.orderGroups().list();
        long armed = groups.stream().filter(OrderGroup::armed).count();
        int resting = resting().size();
        if (armed > 0 || resting > 0) {
            sayOnce("Still there: " + armed + " order groups that take orders, " + resting + " resting orders");
            return false;
        }
        say.accept("Confirmed by Kalshi: no order rests, none of " + groups.size() + " order groups takes orders");
        return true;
    }

    private List<OrderGroup> armed() {
        return kalshi.orderGroups().list().stream().filter(OrderGroup::armed).toList();
    }

    private List<AccountOrder> resting() {
        return kalshi.portfolio().orders(AccountQuery.ALL, OrderState.RESTING);
    }

    private void report(String done, WriteResult<?> result) {
        switch (result) {
            case WriteResult.Accepted<?> accepted -> sayOnce(done);
            case WriteResult.Rejected<?> rejected -> {
                if (!rejected.isNotFound()) {
                    sayOnce("Refused: not " + done + " (" + rejected.status() + " " + rejected.error() + ")");
                }
            }
            case WriteResult.InDoubt<?> doubt -> sayOnce("In doubt: " + done + " (" + doubt.detail() + ")");
            case WriteResult.NotSent<?> unsent -> sayOnce("Not sent: " + done + " (" + unsent.detail() + ")");
        }
    }

    private void sayOnce(String line) {
        if (told.add(line)) {
            say.accept(line);
        }
    }
}
