package io.recio.simulator.price;

/** Who crossed the spread in a trade. Coinbase's ticker names the taker's side, its matches the maker's. */
public enum TakerSide {
    BUY,
    SELL;

    public TakerSide opposite() {
        return this == BUY ? SELL : BUY;
    }
}
