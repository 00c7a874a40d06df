package io.recio.simulator.kalshi.stream;

import io.recio.domain.time.SystemClock;
import io.recio.simulator.fault.Fault;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one client's frames in order, but for what faults do to them. */
final class FaultyOutbox {

    private static final String GARBAGE = "{\"type\":\"orderbook_del\n";

    private record Late(long due, String frame) {}

    private final Outlet outlet;
    private final Faults faults;
    private final SystemClock clock;
    private final Deque<Late> late = new ArrayDeque<>();
    private @Nullable String overtaken;
    private int toSwallow;

    FaultyOutbox(Outlet outlet, Faults faults, SystemClock clock) {
        this.outlet = outlet;
        this.faults = faults;
        this.clock = clock;
    }

    /** @param detail channel and market, by which faults choose */
    void send(String detail, String frame) {
        if (isSilent(detail)) {
            return;
        }
        if (toSwallow > 0) {
            toSwallow--;
            return;
        }
        Optional<Fault> fault = faults.next(FaultScope.KALSHI_WS, detail);
        if (fault.isPresent()) {
            strike(fault.get(), frame);
        } else {
            pass(frame, 0);
        }
    }

    /** The heartbeat, which only silence holds back. */
    void ping() {
        if (!isSilent("ping")) {
            outlet.ping();
        }
    }

    /** Sends the delayed frames that are due. */
    void release() {
        long now = clock.nanos();
        while (!late.isEmpty() && late.getFirst().due() - now <= 0) {
            outlet.send(late.removeFirst().frame());
        }
    }

    private boolean isSilent(String detail) {
        return faults.active(FaultScope.KALSHI_WS, FaultKind.SILENCE, detail).isPresent();
    }

    private void strike(Fault fault, String frame) {
        switch (fault.kind()) {
            case LATENCY -> pass(frame, fault.delay().toNanos());
            case SEQUENCE_GAP -> toSwallow = Math.max(1, fault.count()) - 1;
            case DUPLICATE_FRAME -> {
                pass(frame, 0);
                pass(frame, 0);
            }
            case REORDERED_FRAMES -> {
                String earlier = overtaken;
                overtaken = frame;
                if (earlier != null) {
                    deliver(earlier, 0);
                }
            }
            case MALFORMED_FRAME -> pass(GARBAGE, 0);
            case TRUNCATED_BODY -> pass(frame.substring(0, frame.length() / 2), 0);
            case DISCONNECT -> outlet.close();
            default -> {
                // A dropped frame; no other kind strikes frames.
            }
        }
    }

    private void pass(String frame, long delayNanos) {
        deliver(frame, delayNanos);
        String after = overtaken;
        overtaken = null;
        if (after != null) {
            deliver(after, 0);
        }
    }

    /** What is delayed delays all behind it. */
    private void deliver(String frame, long delayNanos) {
        if (delayNanos == 0 && late.isEmpty()) {
            outlet.send(frame);
            return;
        }
        long due = clock.nanos() + delayNanos;
        late.addLast(
                new Late(late.isEmpty() ? due : Math.max(due, late.getLast().due()), frame));
    }
}
