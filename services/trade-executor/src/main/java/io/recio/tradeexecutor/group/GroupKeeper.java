package io.recio.tradeexecutor.group;

import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.Calls;
import io.recio.tradeexecutor.group.GroupExchange.Listed;
import io.recio.tradeexecutor.group.GroupStore.OpenEvent;
import io.recio.tradeexecutor.group.HourGroup.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Keeps an armed group for every hour that trades, made before the first entry needs it. Used on the desk's thread; it never
 * waits for the exchange.
 */
public final class GroupKeeper implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GroupKeeper.class);

    private final GroupStore store;
    private final GroupExchange exchange;
    private final BusinessClock business;
    private final SystemClock clock;
    private final Fence fence;
    private final Duration interval;
    private final Duration visibleAfter;
    private final Calls calls;
    private final Map<EventTicker, HourGroup> groups = new HashMap<>();
    private final Deque<Runnable> todo = new ArrayDeque<>();
    private long lookedAt;

    public GroupKeeper(
            GroupStore store,
            GroupExchange exchange,
            ExecutorConfig config,
            BusinessClock business,
            SystemClock clock,
            Fence fence,
            Calls calls) {
        this.store = store;
        this.exchange = exchange;
        this.business = business;
        this.clock = clock;
        this.fence = fence;
        this.interval = config.groupInterval();
        this.visibleAfter = config.requestTimeout().plus(config.visibilityMargin());
        this.calls = calls;
        store.live().forEach(group -> groups.put(group.event(), group));
        lookSoon();
    }

    /** The group that entries of the event carry; empty while there is none that takes orders. */
    public Optional<OrderGroupId> of(EventTicker event) {
        return Optional.ofNullable(groups.get(event))
                .filter(group -> group.state() == State.ARMED)
                .flatMap(HourGroup::id);
    }

    /** Goes one step on: takes an answer, asks the next question, lists the groups when that is due. */
    public void step() {
        if (calls.isBusy()) {
            return;
        }
        Runnable next = todo.poll();
        if (next != null) {
            next.run();
        } else if (clock.nanos() - lookedAt >= interval.toNanos()) {
            lookedAt = clock.nanos();
            SystemTime begun = clock.now();
            calls.begin("list order groups", exchange::list, listed -> listed(listed, begun));
        }
    }

    /** Lists the groups at the next step: an entry was refused, perhaps because its group was triggered. */
    public void lookSoon() {
        lookedAt = clock.nanos() - interval.toNanos();
    }

    @Override
    public void close() {
        calls.close();
    }

    private void listed(List<Listed> listed, SystemTime begun) {
        BusinessTime now = business.now();
        boolean killed = store.isKillSwitchOn();
        Quantity limit = store.limit();
        for (HourGroup group : List.copyOf(groups.values())) {
            if (!now.isBefore(group.closesAt())) {
                end(group);
            } else {
                compare(group, listed, begun, limit, killed);
            }
        }
        for (OpenEvent event : store.openEvents(now)) {
            if (!groups.containsKey(event.ticker())) {
                todo.add(() -> make(HourGroup.asked(
                        event.ticker(), event.shard(), limit, ids(listed), clock.now(), event.closesAt())));
            }
        }
    }

    private void compare(HourGroup group, List<Listed> listed, SystemTime begun, Quantity limit, boolean killed) {
        Optional<Listed> found = listed.stream()
                .filter(each -> group.id().filter(each.id()::equals).isPresent())
                .findFirst();
        switch (group.state()) {
            case CREATING -> recognise(group, listed, begun);
            case ARMED, TRIGGERED -> {
                if (found.isEmpty()) {
                    LOG.warnf("Order group is gone from the exchange, another is made event=%s", group.event());
                    makeAnew(group, listed);
                } else if (group.state() == State.TRIGGERED) {
                    rearm(group, found.get(), killed);
                } else if (!found.get().armed()) {
                    triggered(group);
                } else if (!group.limit().equals(limit)) {
                    relimit(group, limit);
                }
            }
            case ENDED -> throw new IllegalStateException("a group that ended must not be kept, was " + group);
        }
    }

    /** After a crash or an unknown answer: a group of ours that appeared since we asked is the one. */
    private void recognise(HourGroup group, List<Listed> listed, SystemTime begun) {
        Set<OrderGroupId> taken =
                groups.values().stream().flatMap(each -> each.id().stream()).collect(Collectors.toSet());
        Optional<Listed> appeared = listed.stream()
                .filter(each -> !group.knownBefore().contains(each.id()) && !taken.contains(each.id()))
                .filter(each -> each.shard().orElse(group.shard()) == group.shard())
                .filter(each -> each.limit().orElse(group.limit()).equals(group.limit()))
                .findFirst();
        if (appeared.isPresent()) {
            put(group.armed(appeared.get().id()));
            LOG.infof(
                    "Order group found again event=%s group=%s",
                    group.event(), appeared.get().id());
        } else if (begun.isAfter(group.askedAt().plus(visibleAfter))) {
            makeAnew(group, listed);
        }
    }

    private void makeAnew(HourGroup group, List<Listed> listed) {
        HourGroup anew = HourGroup.asked(
                group.event(), group.shard(), group.limit(), ids(listed), clock.now(), group.closesAt());
        put(anew);
        todo.add(() -> make(anew));
    }

    /** The row is committed before the exchange is asked. */
    private void make(HourGroup asked) {
        put(asked);
        calls.begin("make order group", () -> exchange.create(asked.limit(), asked.shard()), made -> {
            if (made.isPresent()) {
                put(asked.armed(made.get()));
                LOG.infof("Order group made event=%s group=%s limit=%s", asked.event(), made.get(), asked.limit());
            } else {
                LOG.warnf("Order group may or may not have been made event=%s", asked.event());
            }
        });
    }

    private void triggered(HourGroup group) {
        boolean thrown = store.triggered(fence, group);
        groups.put(group.event(), group.in(State.TRIGGERED));
        LOG.warnf("Order group was triggered event=%s kill switch thrown=%s", group.event(), thrown);
    }

    /** Only once an operator has cleared the kill switch. */
    private void rearm(HourGroup group, Listed found, boolean killed) {
        if (killed) {
            return;
        }
        if (found.armed()) {
            put(group.in(State.ARMED));
            return;
        }
        todo.add(() -> reset(group, found.id()));
    }

    private void reset(HourGroup group, OrderGroupId id) {
        if (store.isKillSwitchOn()) {
            return;
        }
        calls.begin("reset order group", () -> exchange.reset(id, group.shard()), done -> {
            if (done) {
                put(group.in(State.ARMED));
                LOG.infof("Order group reset event=%s group=%s", group.event(), id);
            }
        });
    }

    private void relimit(HourGroup group, Quantity limit) {
        OrderGroupId id = group.id().orElseThrow();
        todo.add(() -> calls.begin("limit order group", () -> exchange.limit(id, group.shard(), limit), done -> {
            if (done) {
                put(group.limited(limit));
            }
        }));
    }

    private void end(HourGroup group) {
        if (group.id().isEmpty()) {
            put(group.in(State.ENDED));
            return;
        }
        OrderGroupId id = group.id().get();
        todo.add(() -> calls.begin("delete order group", () -> exchange.delete(id, group.shard()), done -> {
            if (done) {
                put(group.in(State.ENDED));
            }
        }));
    }

    private void put(HourGroup group) {
        store.put(fence, group);
        if (group.state() == State.ENDED) {
            groups.remove(group.event());
        } else {
            groups.put(group.event(), group);
        }
    }

    private static Set<OrderGroupId> ids(List<Listed> listed) {
        return listed.stream().map(Listed::id).collect(Collectors.toSet());
    }
}
