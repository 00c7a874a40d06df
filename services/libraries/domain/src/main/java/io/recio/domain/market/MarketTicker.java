package io.recio.domain.market;

/** The exchange's identifier of one yes/no question of an event. Opaque: nothing is read out of its text. */
public record MarketTicker(String value) implements Comparable<MarketTicker> {

    public MarketTicker {
        Tickers.check("market ticker", value);
    }

    @Override
    public int compareTo(MarketTicker other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
