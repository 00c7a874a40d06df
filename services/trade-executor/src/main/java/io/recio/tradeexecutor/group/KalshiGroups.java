package io.recio.tradeexecutor.group;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.OrderGroupCalls;
import io.recio.kalshi.client.WriteResult;
import io.recio.kalshi.errors.KalshiException;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Kalshi's order groups behind the port. */
@Singleton
class KalshiGroups implements GroupExchange {

    private final OrderGroupCalls groups;

    KalshiGroups(KalshiRest rest, ExecutorConfig config) {
        this.groups = rest.within(config.requestTimeout()).orderGroups();
    }

    @Override
    public List<Listed> list() {
        try {
            return groups.list().stream()
                    .map(group -> new Listed(group.id(), group.armed(), group.limit(), group.exchangeIndex()))
                    .toList();
        } catch (KalshiException e) {
            throw new ExchangeAway("order groups cannot be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<OrderGroupId> create(Quantity limit, int shard) {
        return switch (groups.create(limit, shard)) {
            case WriteResult.Accepted<OrderGroupId>(var id) -> Optional.of(id);
            case WriteResult.InDoubt<OrderGroupId> doubt -> Optional.empty();
            case WriteResult.Rejected<OrderGroupId>(var status, var error) ->
                throw new ExchangeAway("order group was refused: " + status + " " + error);
            case WriteResult.NotSent<OrderGroupId>(var reason, var detail) ->
                throw new ExchangeAway("order group was not asked for: " + reason + " " + detail);
        };
    }

    @Override
    public boolean reset(OrderGroupId id, int shard) {
        return groups.reset(id, shard) instanceof WriteResult.Accepted<?>;
    }

    @Override
    public boolean limit(OrderGroupId id, int shard, Quantity limit) {
        return groups.limit(id, shard, limit) instanceof WriteResult.Accepted<?>;
    }

    @Override
    public boolean delete(OrderGroupId id, int shard) {
        WriteResult<Boolean> result = groups.delete(id, shard);
        return result instanceof WriteResult.Accepted<?>
                || result instanceof WriteResult.Rejected<?> refused && refused.isNotFound();
    }
}
