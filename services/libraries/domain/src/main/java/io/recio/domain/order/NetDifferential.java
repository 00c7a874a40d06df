package io.recio.domain.order;

import io.recio.domain.money.Price;
import java.util.OptionalDouble;

/** What an entry is expected to gain per contract when its side is bought at a price: cents, after the fee. */
@FunctionalInterface
public interface NetDifferential {

    /** Empty when the fee cannot be estimated; then nothing is bought. It falls as the price rises. */
    OptionalDouble centsAt(Price sidePrice);
}
