package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AccountOrder.Reason;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.BookChanged;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.QuoteChanged;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The exchange. Every call first lives through the business seconds that have passed, then does its work, all under one
 * lock; listeners are told of each change in order, within the call.
 */
public final class Exchange {

    /**
     * What an exchange is made of.
     *
     * @param initialCash on the crypto shard
     */
    public record Setup(
            long seed,
            List<SeriesSpec> series,
            FeePrecision precision,
            Money initialCash,
            IndexFeed index,
            ExchangeConditions conditions,
            BusinessClock clock) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final BusinessClock clock;
    private final ExchangeConditions conditions;
    private final Consumer<ExchangeEvent> listener;
    private final Account account;
    private final Markets markets;
    private final Matcher matcher;
    private final List<HourCycle> cycles;
    private final Function<BusinessTime, Floor> floor;
    private final Set<HourlyMarket> moved = new LinkedHashSet<>();
    private BusinessTime lived;

    public Exchange(Setup setup, Consumer<ExchangeEvent> listener) {
        this.clock = setup.clock();
        this.conditions = setup.conditions();
        this.listener = listener;
        this.lived = wholeSecond(clock.now());
        this.account = new Account(setup.precision());
        this.markets = new Markets(setup.series());
        Ids ids = new Ids(new SplittableRandom(setup.seed()));
        IndexWindow index = new IndexWindow(setup.index());
        TradeTape tape = new TradeTape();
        OrderGroups groups = new OrderGroups(ids, this::tell);
        this.matcher = new Matcher(account, groups, tape, ids, this::tell);
        OrderRules rules = new OrderRules(conditions, account, groups);
        OrderDesk orders = new OrderDesk(account, markets, rules, matcher, ids, this::tell);
        AmendDesk amendments = new AmendDesk(account, orders, rules, matcher, this::tell);
        GroupDesk groupDesk = new GroupDesk(account, groups, matcher);
        AccountDesk cash = new AccountDesk(account, matcher, groups, ids);
        this.floor = now -> new Floor(now, account, markets, tape, groups, orders, amendments, groupDesk, index, cash);
        this.cycles = setup.series().stream()
                .map(series -> new HourCycle(series, markets, account, matcher, index, this::tell, setup.seed()))
                .toList();
        account.deposit(SeriesSpec.CRYPTO_SHARD, setup.initialCash(), lived);
        cycles.forEach(cycle -> cycle.start(lived));
        tellQuotes(lived);
    }

    /** Does something on the exchange as it stands now, alone. */
    public <T extends @Nullable Object> T locked(Function<Floor, T> work) {
        lock.lock();
        try {
            BusinessTime now = clock.now();
            live(now);
            BusinessTime moment = now.isBefore(lived) ? lived : now;
            T result = work.apply(floor.apply(moment));
            tellQuotes(moment);
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void live(BusinessTime now) {
        while (lived.epochSecond() < now.epochSecond()) {
            lived = BusinessTime.ofEpochSecond(lived.epochSecond() + 1);
            expireOrders(lived);
            cycles.forEach(cycle -> cycle.step(
                    lived, conditions.isExchangeActive() && conditions.isTradingActive(SeriesSpec.CRYPTO_SHARD)));
            tellQuotes(lived);
        }
    }

    private void expireOrders(BusinessTime now) {
        for (AccountOrder order : account.restingOrders()) {
            int shard = order.market().event().series().exchangeIndex();
            boolean halted = !conditions.isTradingActive(shard) || !conditions.isExchangeActive();
            if (halted && order.request().cancelOnPause()) {
                matcher.cancel(order, Reason.HALT_CANCEL, now);
            } else if (order.expiresAt().filter(at -> !at.isAfter(now)).isPresent()) {
                matcher.cancel(order, Reason.EXPIRY_CANCEL, now);
            }
        }
    }

    private void tell(ExchangeEvent event) {
        if (event instanceof BookChanged change) {
            moved.add(change.market());
        }
        listener.accept(event);
    }

    private void tellQuotes(BusinessTime now) {
        for (HourlyMarket market : moved) {
            market.candles().quoted(market.yesBid(), market.yesAsk(), now);
            listener.accept(new QuoteChanged(market, now));
        }
        moved.clear();
    }

    private static BusinessTime wholeSecond(BusinessTime time) {
        return BusinessTime.ofEpochSecond(time.epochSecond());
    }
}
