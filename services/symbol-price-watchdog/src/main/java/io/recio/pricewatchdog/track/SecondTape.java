package io.recio.pricewatchdog.track;

import io.recio.coinbase.Trade;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first and last known trade of each second that had one. Ids rise by one per trade, so two neighbouring seconds whose
 * ids meet prove that nothing was traded between them.
 */
final class SecondTape {

    /** Longer than the price window looks back. */
    private static final int SECONDS_KEPT = 4096;

    /** What is known of a second's trades; price and time are the last one's. */
    record Entry(long second, long firstId, long lastId, BusinessTime at, SpotPrice price) {

        private static Entry of(Trade trade) {
            return new Entry(trade.time().epochSecond(), trade.id(), trade.id(), trade.time(), trade.price());
        }

        private Entry with(Trade trade) {
            long first = Math.min(firstId, trade.id());
            int byTime = trade.time().compareTo(at);
            boolean later = byTime > 0 || (byTime == 0 && trade.id() > lastId);
            return later
                    ? new Entry(second, first, trade.id(), trade.time(), trade.price())
                    : new Entry(second, first, lastId, at, price);
        }

        /** Whether no trade happened between the last of this second and the first of the later one. */
        boolean meets(Entry later) {
            return lastId + 1 == later.firstId;
        }
    }

    private final NavigableMap<Long, Entry> entries = new TreeMap<>();

    void add(Trade trade) {
        entries.merge(trade.time().epochSecond(), Entry.of(trade), (known, _) -> known.with(trade));
        entries.headMap(entries.lastKey() - SECONDS_KEPT).clear();
    }

    /** The newest entry before the second. */
    Optional<Entry> before(long second) {
        return Optional.ofNullable(entries.lowerEntry(second)).map(Map.Entry::getValue);
    }

    /** The entry of the second or else the next one. */
    Optional<Entry> from(long second) {
        return Optional.ofNullable(entries.ceilingEntry(second)).map(Map.Entry::getValue);
    }
}
