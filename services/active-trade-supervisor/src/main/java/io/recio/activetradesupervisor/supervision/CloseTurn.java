package io.recio.activetradesupervisor.supervision;

import io.recio.domain.stop.CloseBackoff;
import io.recio.domain.time.SystemTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose turn it is with a trade that must be sold: ours to ask, again or for the first time, or the trade manager's. A request
 * that was denied is asked anew, later after each denial; one that waits or was carried out is not repeated. Pure.
 */
final class CloseTurn {

    private CloseTurn() {}

    /**
     * A request of ours for the trade.
     *
     * @param answeredAt empty while it waits
     */
    record Asked(boolean emergency, boolean placed, Optional<SystemTime> answeredAt) {}

    /**
     * The number of the request to make now, from 1; empty when it is not our turn.
     *
     * @param asked oldest first
     * @param closes how many closes the trade has begun, as far as we have read
     * @param emergency whether it must go at any price; the first such request does not wait for a denied other one
     */
    static OptionalInt next(List<Asked> asked, int closes, boolean emergency, SystemTime now) {
        if (asked.isEmpty()) {
            return OptionalInt.of(1);
        }
        Asked last = asked.getLast();
        long placed = asked.stream().filter(Asked::placed).count();
        if (last.answeredAt().isEmpty() || placed > closes) {
            return OptionalInt.empty();
        }
        boolean first = emergency && !last.emergency();
        boolean due = last.placed()
                || first
                || !now.isBefore(CloseBackoff.nextAttempt(
                        denials(asked), last.answeredAt().get()));
        return due ? OptionalInt.of(asked.size() + 1) : OptionalInt.empty();
    }

    /** In a row, the newest first. */
    private static int denials(List<Asked> asked) {
        int denials = 0;
        for (Asked each : asked.reversed()) {
            if (each.placed()) {
                break;
            }
            denials++;
        }
        return Math.max(1, denials);
    }
}
