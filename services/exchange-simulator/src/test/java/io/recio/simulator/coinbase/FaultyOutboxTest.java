package io.recio.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

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

class FaultyOutboxTest {

    private static final String DETAIL = "ticker BTC-USD";

    private final SteppedClock clock = new SteppedClock();
    private final Faults faults = new Faults(1, clock);
    private final Recorder recorder = new Recorder();
    private final FaultyOutbox outbox = new FaultyOutbox(recorder, faults, clock);

    @Test
    void sendsInOrderWithoutFaults() {
        assertThat(afterSending("one", "two")).containsExactly("one", "two");
    }

    @Test
    void leavesOutAFrame() {
        arm(FaultKind.DROP, 1);
        assertThat(afterSending("one", "two", "three")).containsExactly("one", "three");
    }

    @Test
    void leavesOutAsManyFramesAsTheGapIsLong() {
        arm(FaultKind.SEQUENCE_GAP, 3);
        assertThat(afterSending("one", "two", "three", "four", "five")).containsExactly("one", "five");
    }

    @Test
    void sendsAFrameTwice() {
        arm(FaultKind.DUPLICATE_FRAME, 1);
        assertThat(afterSending("one", "two", "three")).containsExactly("one", "two", "two", "three");
    }

    @Test
    void sendsAFrameAfterTheNextOne() {
        arm(FaultKind.REORDERED_FRAMES, 1);
        assertThat(afterSending("one", "two", "three", "four")).containsExactly("one", "three", "two", "four");
    }

    @Test
    void sendsWhatIsNoJson() {
        arm(FaultKind.MALFORMED_FRAME, 1);
        assertThat(afterSending("one", "two")).containsExactly("one", "<html>502 Bad Gateway</html>");
    }

    @Test
    void cutsAFrameInHalf() {
        arm(FaultKind.TRUNCATED_BODY, 1);
        assertThat(afterSending("one", "truncated")).containsExactly("one", "trun");
    }

    @Test
    void closesTheConnection() {
        arm(FaultKind.DISCONNECT, 1);
        assertThat(afterSending("one", "two")).containsExactly("one", "closed");
    }

    @Test
    void aDelayedFrameHoldsUpThoseBehindIt() {
        arm(FaultKind.LATENCY, 1);
        assertThat(afterSending("one", "two", "three")).containsExactly("one");

        clock.nanos = Duration.ofMillis(99).toNanos();
        outbox.release();
        assertThat(recorder.sent).containsExactly("one");

        clock.nanos = Duration.ofMillis(100).toNanos();
        outbox.release();
        assertThat(recorder.sent).containsExactly("one", "two", "three");
    }

    @Test
    void silenceSwallowsEverythingWhileItLasts() {
        faults.arm(FaultRule.always("silence", FaultScope.COINBASE_WS, FaultKind.SILENCE));
        assertThat(afterSending("one", "two")).isEmpty();

        faults.disarm("silence");
        assertThat(afterSending("three")).containsExactly("three");
    }

    private List<String> afterSending(String... frames) {
        for (String frame : frames) {
            outbox.send(DETAIL, frame);
        }
        return recorder.sent;
    }

    private void arm(FaultKind kind, int count) {
        faults.arm(new FaultRule(
                "fault",
                FaultScope.COINBASE_WS,
                kind,
                Optional.empty(),
                1,
                1,
                OptionalInt.of(1),
                Optional.empty(),
                Duration.ofMillis(100),
                count,
                503));
    }

    private static final class Recorder implements Outlet {

        private final List<String> sent = new ArrayList<>();

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void close() {
            sent.add("closed");
        }

        @Override
        public int backlog() {
            return 0;
        }
    }

    private static final class SteppedClock implements SystemClock {

        private long nanos;

        @Override
        public SystemTime now() {
            return SystemTime.of(Instant.EPOCH.plusNanos(nanos));
        }

        @Override
        public long nanos() {
            return nanos;
        }
    }
}
