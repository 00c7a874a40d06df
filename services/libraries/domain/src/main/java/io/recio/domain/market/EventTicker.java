package io.recio.domain.market;

/** The exchange's identifier of one occasion of a series, such as one hour. Opaque: nothing is read out of its text. */
public record EventTicker(String value) implements Comparable<EventTicker> {

    public EventTicker {
        Tickers.check("event ticker", value);
    }

    @Override
    public int compareTo(EventTicker other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
