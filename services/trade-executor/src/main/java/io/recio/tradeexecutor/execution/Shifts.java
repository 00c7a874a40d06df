package io.recio.tradeexecutor.execution;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.alert.ExecutorAlerts;
import io.recio.tradeexecutor.doubt.AccountEvidence;
import io.recio.tradeexecutor.doubt.DoubtResolver;
import io.recio.tradeexecutor.exchange.Calls;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.funds.FundsExchange;
import io.recio.tradeexecutor.funds.FundsStore;
import io.recio.tradeexecutor.funds.ShardFunds;
import io.recio.tradeexecutor.group.GroupExchange;
import io.recio.tradeexecutor.group.GroupKeeper;
import io.recio.tradeexecutor.group.GroupStore;
import io.recio.tradeexecutor.order.OrderStore;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Puts a shift together: the ports of this service, bound to one fence. */
@Singleton
class Shifts {

    private final OrderStore orders;
    private final Exchange exchange;
    private final AccountEvidence evidence;
    private final EntryCosts costs;
    private final RestingGround restingGround;
    private final GroupStore groups;
    private final GroupExchange groupExchange;
    private final FundsStore funds;
    private final FundsExchange fundsExchange;
    private final ExecutorAlerts alerts;
    private final ExecutorConfig config;
    private final BusinessClock business;
    private final SystemClock clock;

    Shifts(
            OrderStore orders,
            Exchange exchange,
            AccountEvidence evidence,
            EntryCosts costs,
            RestingGround restingGround,
            GroupStore groups,
            GroupExchange groupExchange,
            FundsStore funds,
            FundsExchange fundsExchange,
            ExecutorAlerts alerts,
            ExecutorConfig config,
            BusinessClock business,
            SystemClock clock) {
        this.orders = orders;
        this.exchange = exchange;
        this.evidence = evidence;
        this.costs = costs;
        this.restingGround = restingGround;
        this.groups = groups;
        this.groupExchange = groupExchange;
        this.funds = funds;
        this.fundsExchange = fundsExchange;
        this.alerts = alerts;
        this.config = config;
        this.business = business;
        this.clock = clock;
    }

    /** @param wake called from other threads when an answer waits */
    Shift begin(Fence fence, Runnable wake) {
        GroupKeeper keeper = new GroupKeeper(groups, groupExchange, config, business, clock, fence, new Calls(wake));
        return new Shift(
                fence,
                new Sender(exchange, wake),
                new Settling(orders, new DoubtResolver(exchange, evidence, config, wake), alerts, clock, fence),
                new Cancelling(exchange, clock, config.lookUpInterval(), wake),
                new RestingEntries(exchange, restingGround, business),
                new EntryGate(orders, costs, keeper, clock),
                keeper,
                new ShardFunds(
                        funds, fundsExchange, config, business, clock, UUID::randomUUID, fence, new Calls(wake)));
    }
}
