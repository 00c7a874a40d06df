package io.recio.domain.market;

/** The exchange's identifier of a recurring theme, such as hourly bitcoin thresholds (KXBTCD). Opaque: nothing is read out of its text. */
public record SeriesTicker(String value) implements Comparable<SeriesTicker> {

    public SeriesTicker {
        Tickers.check("series ticker", value);
    }

    @Override
    public int compareTo(SeriesTicker other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
