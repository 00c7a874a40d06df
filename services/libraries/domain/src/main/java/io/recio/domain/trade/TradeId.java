package io.recio.domain.trade;

import java.util.UUID;

/** Our own identifier of a trade. */
public record TradeId(UUID value) implements Comparable<TradeId> {

    public static TradeId of(String text) {
        return new TradeId(UUID.fromString(text));
    }

    @Override
    public int compareTo(TradeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
