package io.recio.localstack.chaos.check;

import io.recio.localstack.chaos.check.OurBooks.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds the epochs of order events against each other and against the arrival of orders at the exchange. A fenced record
 * locks the lease, so once a higher epoch has recorded anything no lower one may. An order that reaches the exchange after
 * that must have been claimed before, and have been held in doubt.
 */
final class ClaimCheck {

    private static final String CLAIMED = "OrderClaimed";
    private static final String DOUBTED = "OrderFellInDoubt";

    /** The exchange tells time to the microsecond of business; the two clocks are one machine's. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    private final OurBooks ours;
    private final ExchangeBooks theirs;
    private final SpeedyClock clock;
    private final Map<String, List<Event>> byOrder;

    ClaimCheck(OurBooks ours, ExchangeBooks theirs, SpeedyClock clock) {
        this.ours = ours;
        this.theirs = theirs;
        this.clock = clock;
        this.byOrder = ours.events().stream().collect(Collectors.groupingBy(Event::clientOrderId));
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        NavigableMap<Long, Instant> takeovers = staleRecords(found);
        claimedOnce(found);
        lateArrivals(takeovers, found);
        return found;
    }

    /** @return when each epoch recorded first */
    private NavigableMap<Long, Instant> staleRecords(List<Violation> found) {
        NavigableMap<Long, Instant> first = new TreeMap<>();
        List<Event> inOrder = ours.events().stream()
                .sorted(Comparator.comparing(Event::recordedAt).thenComparingInt(Event::seq))
                .toList();
        for (Event event : inOrder) {
            if (!first.isEmpty() && event.epoch() < first.lastKey()) {
                found.add(new Violation(
                        Rule.EPOCHS_HOLD,
                        event.type() + " of " + event.clientOrderId() + " recorded in epoch " + event.epoch() + " at "
                                + event.recordedAt() + ", after epoch " + first.lastKey() + " had begun"));
            }
            first.putIfAbsent(event.epoch(), event.recordedAt());
        }
        return first;
    }

    private void claimedOnce(List<Violation> found) {
        byOrder.forEach((id, events) -> {
            long claims = events.stream()
                    .filter(event -> event.type().equals(CLAIMED))
                    .count();
            if (claims > 1) {
                found.add(new Violation(Rule.EPOCHS_HOLD, id + " was claimed " + claims + " times"));
            }
        });
    }

    private void lateArrivals(NavigableMap<Long, Instant> takeovers, List<Violation> found) {
        for (ExchangeBooks.Order order : theirs.orders()) {
            List<Event> events = byOrder.getOrDefault(order.clientOrderId(), List.of());
            events.stream()
                    .filter(event -> event.type().equals(CLAIMED))
                    .findFirst()
                    .ifPresent(claim -> {
                        Map.Entry<Long, Instant> takeover = takeovers.higherEntry(claim.epoch());
                        boolean late = takeover != null
                                && clock.realAt(order.createdAt())
                                        .isAfter(takeover.getValue().plus(TOLERANCE));
                        boolean doubted =
                                events.stream().anyMatch(event -> event.type().equals(DOUBTED));
                        if (late && !doubted) {
                            found.add(new Violation(
                                    Rule.EPOCHS_HOLD,
                                    order.clientOrderId() + " claimed in epoch " + claim.epoch()
                                            + " reached the exchange after epoch " + takeover.getKey()
                                            + " had begun, and was never held in doubt"));
                        }
                    });
        }
    }
}
