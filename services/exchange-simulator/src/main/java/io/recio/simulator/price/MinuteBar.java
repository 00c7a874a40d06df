package io.recio.simulator.price;

/**
 * One minute's trades in five numbers, prices in cents.
 *
 * @param volumeUnits base currency in hundred-millionths, above zero
 */
record MinuteBar(long open, long high, long low, long close, long volumeUnits) {

    MinuteBar {
        if (low <= 0 || low > Math.min(open, close) || high < Math.max(open, close)) {
            throw new IllegalArgumentException(
                    "bar must have 0 < low <= open, close <= high, was open=%d high=%d low=%d close=%d cents"
                            .formatted(open, high, low, close));
        }
        if (volumeUnits <= 0) {
            throw new IllegalArgumentException("volume must be positive, was " + volumeUnits);
        }
    }

    /** All prices multiplied, as each trade's price would be. */
    MinuteBar times(double ratio) {
        return new MinuteBar(
                Cents.times(open, ratio),
                Cents.times(high, ratio),
                Cents.times(low, ratio),
                Cents.times(close, ratio),
                volumeUnits);
    }
}
