package io.recio.simulator.kalshi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final Recorder outlet = new Recorder();
    private long nanos;
    private final Faults faults = new Faults(1, clock());
    private final Session session =
            new Session(outlet, new FaultyOutbox(outlet, faults, clock()), new Frames(new ObjectMapper()), () -> 7);
    private final Subscription books = session.subscribe(Channel.ORDERBOOK_DELTA, false);

    @Test
    void numbersTheMessagesOfASubscription() {
        send("1");
        send("2");
        assertThat(outlet.sent)
                .containsExactly(
                        "{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":1,\"sending_ts_ms\":7,\"msg\":1}\n",
                        "{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":2,\"sending_ts_ms\":7,\"msg\":2}\n");
    }

    @Test
    void sendsOnlyWhatASubscriptionChose() {
        books.chosen().add("A");
        session.offer(Channel.ORDERBOOK_DELTA, "B", "orderbook_delta", subscription -> "1");
        session.offer(Channel.TICKER, "A", "ticker", subscription -> "1");
        assertThat(outlet.sent).isEmpty();
        session.offer(Channel.ORDERBOOK_DELTA, "A", "orderbook_delta", subscription -> "1");
        assertThat(outlet.sent).hasSize(1);
    }

    @Test
    void givesTheSameSubscriptionToWhoSubscribesAgain() {
        assertThat(session.subscribe(Channel.ORDERBOOK_DELTA, false)).isSameAs(books);
        assertThat(session.subscribe(Channel.FILL, false).sid()).isEqualTo(2);
    }

    @Test
    void dropsAClientThatDoesNotKeepUp() {
        outlet.backlog = 50_001;
        send("1");
        assertThat(outlet.closed).isTrue();
        assertThat(outlet.sent.getLast()).contains("\"code\":25");
    }

    @Test
    void swapsTwoFramesAndDelaysOthers() {
        faults.arm(rule(FaultKind.REORDERED_FRAMES, Duration.ZERO));
        send("1");
        send("2");
        assertThat(numbers()).containsExactly(2, 1);
        faults.arm(rule(FaultKind.LATENCY, Duration.ofMillis(50)));
        send("3");
        send("4");
        session.release();
        assertThat(numbers()).containsExactly(2, 1);
        nanos += Duration.ofMillis(50).toNanos();
        session.release();
        assertThat(numbers()).containsExactly(2, 1, 3, 4);
    }

    @Test
    void saysNothingWhileSilent() {
        faults.arm(FaultRule.always("silence", FaultScope.KALSHI_WS, FaultKind.SILENCE));
        send("1");
        session.ping();
        assertThat(outlet.sent).isEmpty();
        assertThat(outlet.pings).isZero();
        faults.clear();
        session.ping();
        assertThat(outlet.pings).isEqualTo(1);
    }

    private void send(String body) {
        session.send(books, "A", "orderbook_delta", body);
    }

    private List<Integer> numbers() {
        return outlet.sent.stream()
                .map(frame -> Integer.valueOf(frame.replaceAll(".*\"seq\":(\\d+).*\\s", "$1")))
                .toList();
    }

    private static FaultRule rule(FaultKind kind, Duration delay) {
        return new FaultRule(
                "frames",
                FaultScope.KALSHI_WS,
                kind,
                Optional.empty(),
                1,
                0,
                OptionalInt.of(1),
                Optional.empty(),
                delay,
                1,
                503);
    }

    private SystemClock clock() {
        return new SystemClock() {
            @Override
            public SystemTime now() {
                return SystemTime.of(Instant.EPOCH);
            }

            @Override
            public long nanos() {
                return nanos;
            }
        };
    }

    private static final class Recorder implements Outlet {

        private final List<String> sent = new ArrayList<>();
        private int pings;
        private int backlog;
        private boolean closed;

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public int backlog() {
            return backlog;
        }
    }
}
