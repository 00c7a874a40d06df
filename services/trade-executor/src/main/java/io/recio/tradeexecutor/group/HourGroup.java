package io.recio.tradeexecutor.group;

import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import java.util.Optional;
import java.util.Set;

/**
 * The order group of one event, as written down.
 *
 * @param id the exchange's; empty while it is being made
 * @param limit contracts that may match within 15 s; more triggers the group
 * @param knownBefore ids of the groups there were when this one was asked for
 * @param askedAt when it was asked for last
 */
public record HourGroup(
        EventTicker event,
        int shard,
        State state,
        Optional<OrderGroupId> id,
        Quantity limit,
        Set<OrderGroupId> knownBefore,
        SystemTime askedAt,
        BusinessTime closesAt) {

    /** How far it has come; stored in small letters. */
    public enum State {
        CREATING,
        ARMED,
        TRIGGERED,
        ENDED
    }

    public HourGroup {
        knownBefore = Set.copyOf(knownBefore);
        if (id.isEmpty() && (state == State.ARMED || state == State.TRIGGERED)) {
            throw new IllegalArgumentException("group of " + event + " must have an id when " + state + ", had none");
        }
    }

    /** Asked for, its id not known. */
    static HourGroup asked(
            EventTicker event,
            int shard,
            Quantity limit,
            Set<OrderGroupId> knownBefore,
            SystemTime at,
            BusinessTime closesAt) {
        return new HourGroup(event, shard, State.CREATING, Optional.empty(), limit, knownBefore, at, closesAt);
    }

    HourGroup armed(OrderGroupId as) {
        return new HourGroup(event, shard, State.ARMED, Optional.of(as), limit, knownBefore, askedAt, closesAt);
    }

    HourGroup in(State next) {
        return new HourGroup(event, shard, next, id, limit, knownBefore, askedAt, closesAt);
    }

    HourGroup limited(Quantity newLimit) {
        return new HourGroup(event, shard, state, id, newLimit, knownBefore, askedAt, closesAt);
    }
}
