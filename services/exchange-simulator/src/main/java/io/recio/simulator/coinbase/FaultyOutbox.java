package io.recio.simulator.coinbase;

import io.recio.domain.time.SystemClock;
import io.recio.simulator.fault.Fault;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one client's frames in order, apart from what the faults in force do to them. Used under the feed's lock. */
final class FaultyOutbox {

    private static final String NO_JSON = "<html>502 Bad Gateway</html>";

    private final Outlet outlet;
    private final Faults faults;
    private final SystemClock clock;
    private final Deque<Delayed> delayed = new ArrayDeque<>();
    private @Nullable String heldBack;
    private int leavingOut;

    private record Delayed(long due, String text) {}

    FaultyOutbox(Outlet outlet, Faults faults, SystemClock clock) {
        this.outlet = outlet;
        this.faults = faults;
        this.clock = clock;
    }

    /** @param detail channel and product, by which faults choose */
    void send(String detail, String text) {
        if (faults.active(FaultScope.COINBASE_WS, FaultKind.SILENCE, detail).isPresent()) {
            return;
        }
        if (leavingOut > 0) {
            leavingOut--;
            return;
        }
        Optional<Fault> fault = faults.next(FaultScope.COINBASE_WS, detail);
        if (fault.isEmpty()) {
            pass(text, 0);
        } else {
            strike(fault.get(), text);
        }
    }

    /** Sends what was delayed and is due. */
    void release() {
        long now = clock.nanos();
        while (!delayed.isEmpty() && delayed.getFirst().due() - now <= 0) {
            outlet.send(delayed.removeFirst().text());
        }
    }

    private void strike(Fault fault, String text) {
        switch (fault.kind()) {
            case LATENCY -> pass(text, fault.delay().toNanos());
            case DROP -> {}
            case SEQUENCE_GAP -> leavingOut = Math.max(0, fault.count() - 1);
            case DUPLICATE_FRAME -> {
                pass(text, 0);
                pass(text, 0);
            }
            case REORDERED_FRAMES -> {
                String earlier = heldBack;
                heldBack = text;
                if (earlier != null) {
                    deliver(earlier, 0);
                }
            }
            case MALFORMED_FRAME -> pass(NO_JSON, 0);
            case TRUNCATED_BODY -> pass(text.substring(0, text.length() / 2), 0);
            case DISCONNECT -> outlet.close();
            case TIMEOUT_BEFORE_APPLYING,
                    TIMEOUT_AFTER_APPLYING,
                    HTTP_429,
                    HTTP_429_AFTER_APPLYING,
                    HTTP_5XX_BEFORE_APPLYING,
                    HTTP_5XX_AFTER_APPLYING,
                    SILENCE,
                    PARTIAL_FILL,
                    TRADING_PAUSE,
                    EXCHANGE_PAUSE,
                    CLOCK_SKEW,
                    REUSED_IDS ->
                throw new IllegalStateException(
                        "fault " + fault.kind().label() + " does not strike frames of this feed");
        }
    }

    private void pass(String text, long delayNanos) {
        deliver(text, delayNanos);
        String late = heldBack;
        if (late != null) {
            heldBack = null;
            deliver(late, 0);
        }
    }

    /** A delayed frame holds up those behind it, as a slow connection does. */
    private void deliver(String text, long delayNanos) {
        if (delayNanos == 0 && delayed.isEmpty()) {
            outlet.send(text);
            return;
        }
        long due = clock.nanos() + delayNanos;
        delayed.addLast(new Delayed(
                delayed.isEmpty() ? due : Math.max(due, delayed.getLast().due()), text));
    }
}
