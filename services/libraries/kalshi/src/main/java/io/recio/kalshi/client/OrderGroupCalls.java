package io.recio.kalshi.client;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.kalshi.limits.Charge;
import io.recio.kalshi.model.OrderGroup;
import io.recio.kalshi.parser.OrderParser;
import io.recio.kalshi.wire.WireOrders;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;

/** Order groups: the net that hangs at the exchange. A group lives on one shard. */
public final class OrderGroupCalls {

    private static final String GROUPS = "/portfolio/order_groups";

    private final CallRunner calls;

    OrderGroupCalls(CallRunner calls) {
        this.calls = calls;
    }

    /** All groups, without their members. */
    public List<OrderGroup> list() {
        return calls.read(
                Call.get(GROUPS),
                WireOrders.Groups.class,
                wire -> Optional.ofNullable(wire.orderGroups()).orElse(List.of()).stream()
                        .map(OrderParser::group)
                        .toList());
    }

    /** One group with its members; empty when unknown. */
    public Optional<OrderGroup> group(OrderGroupId id) {
        return calls.find(Call.get(path(id)), WireOrders.GroupAnswer.class, wire -> OrderParser.group(id, wire));
    }

    /**
     * Makes a group.
     *
     * @param limit contracts matched within 15 s; more triggers it
     */
    public WriteResult<OrderGroupId> create(Quantity limit, int exchangeIndex) {
        return calls.write(
                Call.write(HttpMethod.POST, GROUPS + "/create", Charge.write(exchangeIndex))
                        .withBody(new WireOrders.CreateGroup(limit.toString(), exchangeIndex)),
                SendPermit.ALWAYS,
                WireOrders.GroupCreated.class,
                OrderParser::groupCreated);
    }

    /** Cancels the group's resting orders and refuses new ones until a reset. */
    public WriteResult<Boolean> trigger(OrderGroupId id, int exchangeIndex) {
        return change(HttpMethod.PUT, path(id) + "/trigger", exchangeIndex, new WireOrders.Empty());
    }

    /** Takes orders again, the count from zero. */
    public WriteResult<Boolean> reset(OrderGroupId id, int exchangeIndex) {
        return change(HttpMethod.PUT, path(id) + "/reset", exchangeIndex, new WireOrders.Empty());
    }

    /** Sets another limit; one below what was matched already triggers the group. */
    public WriteResult<Boolean> limit(OrderGroupId id, int exchangeIndex, Quantity limit) {
        return change(HttpMethod.PUT, path(id) + "/limit", exchangeIndex, new WireOrders.GroupLimit(limit.toString()));
    }

    /** Cancels the group's orders and forgets it. */
    public WriteResult<Boolean> delete(OrderGroupId id, int exchangeIndex) {
        return done(Call.write(HttpMethod.DELETE, path(id), Charge.urgentWrite(exchangeIndex))
                .with("exchange_index", exchangeIndex));
    }

    private WriteResult<Boolean> change(HttpMethod method, String path, int exchangeIndex, Object body) {
        return done(Call.write(method, path, Charge.urgentWrite(exchangeIndex))
                .with("exchange_index", exchangeIndex)
                .withBody(body));
    }

    private WriteResult<Boolean> done(Call call) {
        return calls.write(call, SendPermit.ALWAYS, WireOrders.Empty.class, wire -> true);
    }

    private static String path(OrderGroupId id) {
        return GROUPS + "/" + Call.encode(id.value());
    }
}
