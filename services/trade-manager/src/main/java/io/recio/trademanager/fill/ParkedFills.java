package io.recio.trademanager.fill;

import io.recio.domain.order.FillId;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills no order explains yet, and which full read of orders first failed to. */
final class ParkedFills {

    private static final Duration BETWEEN_READS = Duration.ofSeconds(2);

    private final Map<FillId, SystemTime> firstReads = new HashMap<>();

    /**
     * Those that two full reads of orders, at least two seconds apart and both later than the fill, did not explain.
     *
     * @param unexplained without an owner now
     * @param all whether these are all there are; then others are forgotten
     * @param ordersReadAt when the newest full read that this look knows began
     */
    List<ArrivedFill> nobodys(Collection<ArrivedFill> unexplained, boolean all, Optional<SystemTime> ordersReadAt) {
        if (all) {
            Set<FillId> waiting =
                    unexplained.stream().map(arrived -> arrived.fill().id()).collect(Collectors.toSet());
            firstReads.keySet().retainAll(waiting);
        }
        return ordersReadAt
                .map(read -> unexplained.stream()
                        .filter(arrived -> isRefuted(arrived, read))
                        .toList())
                .orElse(List.of());
    }

    private boolean isRefuted(ArrivedFill arrived, SystemTime read) {
        if (!read.isAfter(arrived.recordedAt())) {
            return false;
        }
        SystemTime first = firstReads.computeIfAbsent(arrived.fill().id(), id -> read);
        return !read.isBefore(first.plus(BETWEEN_READS));
    }
}
