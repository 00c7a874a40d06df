package io.recio.tradeexecutor.execution;

import io.recio.domain.fee.FeePrecision;
import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.account.AccountReader;
import io.recio.storage.market.MarketStore;
import io.recio.storage.system.Installation;
import io.recio.storage.system.Mode;
import io.recio.tradeexecutor.group.GroupStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fees of the open events, kept in memory and read again every minute. Used on the desk's thread. */
@Singleton
class PostgresEntryCosts implements EntryCosts {

    private static final Duration AGE = Duration.ofMinutes(1);
    private static final long UNITS_PER_CONTRACT = Quantity.ofContracts(1).units();

    private final Database database;
    private final GroupStore events;
    private final BusinessClock business;
    private final SystemClock clock;
    private final AccountReader account;
    private final MarketStore markets = new MarketStore();
    private final Map<EventTicker, FeeEstimate> fees = new HashMap<>();
    private long readAt;

    PostgresEntryCosts(
            Database database, GroupStore events, ServiceConfig service, BusinessClock business, SystemClock clock) {
        this.database = database;
        this.events = events;
        this.business = business;
        this.clock = clock;
        this.account = new AccountReader(new Installation("", Mode.of(service.mode()), service.account()));
        this.readAt = clock.nanos() - AGE.toNanos();
    }

    @Override
    public Optional<Money> of(EventTicker event, OrderIntent entry) {
        if (!fees.containsKey(event)) {
            read(event, account.feePrecision(database));
        }
        return Optional.ofNullable(fees.get(event)).map(fee -> entry.boughtPrice()
                .times(entry.count())
                .plus(total(fee.perContract(entry.boughtPrice(), entry.count()), entry.count())));
    }

    @Override
    public void refresh() {
        if (clock.nanos() - readAt < AGE.toNanos()) {
            return;
        }
        readAt = clock.nanos();
        fees.clear();
        FeePrecision precision = account.feePrecision(database);
        events.openEvents(business.now()).forEach(open -> read(open.ticker(), precision));
    }

    private void read(EventTicker event, FeePrecision precision) {
        markets.event(database, event).flatMap(hour -> hour.fees(precision)).ifPresent(fee -> fees.put(event, fee));
    }

    private static Money total(Money perContract, Quantity count) {
        return new Money(Math.ceilDiv(Math.multiplyExact(perContract.units(), count.units()), UNITS_PER_CONTRACT));
    }
}
