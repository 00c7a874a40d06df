package io.recio.simulator.fault;

import static io.recio.simulator.fault.FaultScope.COINBASE_WS;
import static io.recio.simulator.fault.FaultScope.EXCHANGE;
import static io.recio.simulator.fault.FaultScope.KALSHI_REST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.time.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String ORDER = "POST /portfolio/events/orders";

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-11-22T15:00:00Z"));
    private final Faults faults = new Faults(7, SystemClock.of(time::get));

    @Test
    void strikesOnlyItsScopeAndPattern() {
        faults.arm(rule("late", FaultKind.TIMEOUT_AFTER_APPLYING, "^POST .*/orders$", 1, 0, OptionalInt.empty()));

        assertThat(faults.next(KALSHI_REST, "GET /portfolio/balance")).isEmpty();
        assertThat(faults.next(COINBASE_WS, ORDER)).isEmpty();
        assertThat(faults.next(KALSHI_REST, ORDER))
                .contains(new Fault("late", FaultKind.TIMEOUT_AFTER_APPLYING, Duration.ofMillis(250), 1, 503));
    }

    @Test
    void leavesTheFirstAloneAndStopsAtItsLimit() {
        faults.arm(rule("once", FaultKind.HTTP_429, "orders", 1, 2, OptionalInt.of(1)));

        List<Boolean> struck = IntStream.range(0, 5)
                .mapToObj(_ -> faults.next(KALSHI_REST, ORDER).isPresent())
                .toList();

        assertThat(struck).containsExactly(false, false, true, false, false);
        assertThat(faults.states()).singleElement().satisfies(state -> {
            assertThat(state.struck()).isEqualTo(1);
            assertThat(state.over()).isTrue();
        });
        assertThat(faults.injected()).isEqualTo(Map.of(FaultKind.HTTP_429, 1L));
    }

    @Test
    void drawsTheSameSequenceFromTheSameSeed() {
        Faults twin = new Faults(7, SystemClock.of(time::get));
        FaultRule rule = rule("some", FaultKind.DROP, "orders", 0.3, 0, OptionalInt.empty());
        faults.arm(rule);
        twin.arm(rule);

        List<Boolean> one = IntStream.range(0, 1000)
                .mapToObj(_ -> faults.next(KALSHI_REST, ORDER).isPresent())
                .toList();
        List<Boolean> other = IntStream.range(0, 1000)
                .mapToObj(_ -> twin.next(KALSHI_REST, ORDER).isPresent())
                .toList();

        assertThat(other).isEqualTo(one);
        assertThat(one.stream().filter(struck -> struck).count()).isBetween(250L, 350L);
    }

    @Test
    void aConditionHoldsUntilItsTimeHasPassed() {
        faults.arm(new FaultRule(
                "pause",
                EXCHANGE,
                FaultKind.TRADING_PAUSE,
                Optional.empty(),
                1,
                0,
                OptionalInt.empty(),
                Optional.of(Duration.ofSeconds(10)),
                Duration.ZERO,
                2,
                503));

        assertThat(faults.active(EXCHANGE, FaultKind.TRADING_PAUSE, "").map(Fault::count))
                .contains(2);
        assertThat(faults.active(EXCHANGE, FaultKind.EXCHANGE_PAUSE, "")).isEmpty();
        assertThat(faults.next(EXCHANGE, "")).isEmpty();

        time.updateAndGet(now -> now.plusSeconds(10));

        assertThat(faults.active(EXCHANGE, FaultKind.TRADING_PAUSE, "")).isEmpty();
    }

    @Test
    void disarmingEndsAFault() {
        faults.arm(FaultRule.always("cut", COINBASE_WS, FaultKind.DISCONNECT));

        assertThat(faults.disarm("cut")).isTrue();
        assertThat(faults.disarm("cut")).isFalse();
        assertThat(faults.next(COINBASE_WS, "ticker BTC-USD")).isEmpty();
    }

    @Test
    void refusesAKindThatDoesNotStrikeItsScope() {
        assertThatThrownBy(() -> FaultRule.always("odd", COINBASE_WS, FaultKind.HTTP_429))
                .hasMessage("kind http-429 does not strike scope coinbase-ws");
    }

    private static FaultRule rule(
            String name, FaultKind kind, String pattern, double probability, int skip, OptionalInt limit) {
        return new FaultRule(
                name,
                KALSHI_REST,
                kind,
                Optional.of(Pattern.compile(pattern)),
                probability,
                skip,
                limit,
                Optional.empty(),
                Duration.ofMillis(250),
                1,
                503);
    }
}
