package io.recio.tradeexecutor.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.fixtures.FixedClock;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.Settings;
import io.recio.tradeexecutor.exchange.Calls;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import io.recio.tradeexecutor.group.HourGroup.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupKeeperTest {

    private static final Instant START = Instant.parse("2026-11-22T21:10:00Z");
    private static final EventTicker HOUR = new EventTicker("KXBTCD-26NOV2217");
    private static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T22:00:00Z");
    private static final Quantity LIMIT = Quantity.ofContracts(500);
    private static final OrderGroupId OLD = new OrderGroupId("old");
    private static final OrderGroupId NEW = new OrderGroupId("new");

    private final FixedClock clock = new FixedClock(START, START);
    private final Table table = new Table();
    private final Groups exchange = new Groups();
    private final AtomicInteger woken = new AtomicInteger();

    @Test
    void makesTheGroupOfAnOpenHourAfterWritingItDown() {
        table.open.add(new GroupStore.OpenEvent(HOUR, 2, CLOSE));
        exchange.listed.put(OLD, listed(OLD, true, "100"));
        GroupKeeper keeper = keeper();
        steps(keeper, 3);
        assertThat(exchange.told).containsExactly("list", "create 500.00 on 2 while CREATING", "list");
        assertThat(table.rows.get(HOUR).knownBefore()).containsExactly(OLD);
        assertThat(keeper.of(HOUR)).contains(NEW);
    }

    @Test
    void findsAgainTheGroupItWasMakingWhenItDied() {
        table.rows.put(HOUR, asked(Set.of(OLD)));
        exchange.listed.put(OLD, listed(OLD, true, "500"));
        exchange.listed.put(NEW, listed(NEW, true, "500"));
        GroupKeeper keeper = keeper();
        steps(keeper, 3);
        assertThat(keeper.of(HOUR)).contains(NEW);
        assertThat(exchange.told).doesNotContain("create 500.00 on 2 while CREATING");
    }

    @Test
    void makesAnotherOnlyWhenTheOneInDoubtDidNotAppearInTime() {
        table.open.add(new GroupStore.OpenEvent(HOUR, 2, CLOSE));
        exchange.silent = true;
        exchange.listed.put(OLD, listed(OLD, true, "100"));
        GroupKeeper keeper = keeper();
        steps(keeper, 6);
        assertThat(exchange.made()).isEqualTo(1);
        assertThat(keeper.of(HOUR)).isEmpty();
        clock.advance(Duration.ofMillis(10_001));
        exchange.silent = false;
        steps(keeper, 3);
        assertThat(exchange.made()).isEqualTo(2);
        assertThat(keeper.of(HOUR)).contains(NEW);
    }

    @Test
    void takesOverNoGroupThatIsNotOurs() {
        table.rows.put(HOUR, asked(Set.of()));
        exchange.listed.put(OLD, listed(OLD, true, "499"));
        exchange.listed.put(
                new OrderGroupId("elsewhere"),
                new GroupExchange.Listed(new OrderGroupId("elsewhere"), true, Optional.of(LIMIT), Optional.of(0)));
        GroupKeeper keeper = keeper();
        steps(keeper, 3);
        assertThat(keeper.of(HOUR)).isEmpty();
    }

    @Test
    void throwsTheKillSwitchForATriggeredGroupAndResetsItOnlyOnceThatIsCleared() {
        table.rows.put(HOUR, asked(Set.of()).armed(OLD));
        exchange.listed.put(OLD, listed(OLD, false, "500"));
        GroupKeeper keeper = keeper();
        steps(keeper, 4);
        assertThat(table.thrown).isEqualTo(1);
        assertThat(keeper.of(HOUR)).isEmpty();
        assertThat(exchange.told).doesNotContain("reset old");
        table.killed = false;
        steps(keeper, 3);
        assertThat(exchange.told).contains("reset old");
        assertThat(keeper.of(HOUR)).contains(OLD);
        assertThat(table.thrown).isEqualTo(1);
    }

    @Test
    void makesAnotherForAGroupThatIsGone() {
        table.rows.put(HOUR, asked(Set.of()).armed(OLD));
        GroupKeeper keeper = keeper();
        steps(keeper, 4);
        assertThat(keeper.of(HOUR)).contains(NEW);
        assertThat(table.thrown).isZero();
    }

    @Test
    void followsTheLimitOfRecord() {
        table.rows.put(HOUR, asked(Set.of()).armed(OLD));
        exchange.listed.put(OLD, listed(OLD, true, "500"));
        table.limit = Quantity.ofContracts(300);
        steps(keeper(), 3);
        assertThat(exchange.told).contains("limit old to 300.00");
        assertThat(table.rows.get(HOUR).limit()).isEqualTo(Quantity.ofContracts(300));
    }

    @Test
    void deletesTheGroupWhenItsHourIsOver() {
        table.rows.put(HOUR, asked(Set.of()).armed(OLD));
        exchange.listed.put(OLD, listed(OLD, true, "500"));
        GroupKeeper keeper = keeper();
        clock.advance(Duration.ofMinutes(50));
        steps(keeper, 3);
        assertThat(exchange.told).contains("delete old");
        assertThat(table.rows.get(HOUR).state()).isEqualTo(State.ENDED);
        assertThat(keeper.of(HOUR)).isEmpty();
    }

    @Test
    void goesOnAfterACallThatFailed() {
        table.open.add(new GroupStore.OpenEvent(HOUR, 2, CLOSE));
        exchange.away = true;
        GroupKeeper keeper = keeper();
        steps(keeper, 3);
        exchange.away = false;
        steps(keeper, 4);
        assertThat(keeper.of(HOUR)).contains(NEW);
    }

    /** So many calls, each with its result. */
    private void steps(GroupKeeper keeper, int calls) {
        for (int i = 0; i < calls; i++) {
            int before = woken.get();
            keeper.step();
            await().atMost(Duration.ofSeconds(5)).until(() -> woken.get() > before);
        }
    }

    private GroupKeeper keeper() {
        return new GroupKeeper(
                table,
                exchange,
                Settings.with(Map.of("trade-executor.group-interval", "0S")),
                clock.business(),
                clock,
                new Fence("trade-executor", "test", 1),
                new Calls(woken::incrementAndGet));
    }

    private static HourGroup asked(Set<OrderGroupId> knownBefore) {
        return HourGroup.asked(HOUR, 2, LIMIT, knownBefore, SystemTime.of(START), CLOSE);
    }

    private static GroupExchange.Listed listed(OrderGroupId id, boolean armed, String limit) {
        return new GroupExchange.Listed(id, armed, Optional.of(Quantity.of(limit)), Optional.of(2));
    }

    private final class Groups implements GroupExchange {

        private final Map<OrderGroupId, Listed> listed = new LinkedHashMap<>();
        private final List<String> told = new CopyOnWriteArrayList<>();
        private volatile boolean silent;
        private volatile boolean away;

        private long made() {
            return told.stream().filter(each -> each.startsWith("create")).count();
        }

        @Override
        public List<Listed> list() {
            if (away) {
                throw new ExchangeAway("away");
            }
            told.add("list");
            return List.copyOf(listed.values());
        }

        @Override
        public Optional<OrderGroupId> create(Quantity limit, int shard) {
            told.add("create " + limit + " on " + shard + " while "
                    + table.rows.get(HOUR).state());
            if (silent) {
                return Optional.empty();
            }
            listed.put(NEW, GroupKeeperTest.listed(NEW, true, limit.toString()));
            return Optional.of(NEW);
        }

        @Override
        public boolean reset(OrderGroupId id, int shard) {
            told.add("reset " + id);
            listed.put(id, GroupKeeperTest.listed(id, true, "500"));
            return true;
        }

        @Override
        public boolean limit(OrderGroupId id, int shard, Quantity limit) {
            told.add("limit " + id + " to " + limit);
            return true;
        }

        @Override
        public boolean delete(OrderGroupId id, int shard) {
            told.add("delete " + id);
            return true;
        }
    }

    private static final class Table implements GroupStore {

        private final Map<EventTicker, HourGroup> rows = new LinkedHashMap<>();
        private final List<OpenEvent> open = new ArrayList<>();
        private Quantity limit = LIMIT;
        private boolean killed;
        private int thrown;

        @Override
        public List<OpenEvent> openEvents(BusinessTime now) {
            return open;
        }

        @Override
        public List<HourGroup> live() {
            return List.copyOf(rows.values());
        }

        @Override
        public Quantity limit() {
            return limit;
        }

        @Override
        public boolean isKillSwitchOn() {
            return killed;
        }

        @Override
        public void put(Fence fence, HourGroup group) {
            rows.put(group.event(), group);
        }

        @Override
        public boolean triggered(Fence fence, HourGroup group) {
            put(fence, group.in(State.TRIGGERED));
            killed = true;
            thrown++;
            return true;
        }
    }
}
