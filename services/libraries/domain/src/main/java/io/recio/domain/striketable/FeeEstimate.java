package io.recio.domain.striketable;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;

/** Estimates what the exchange will charge; its own figures replace the estimate once there is a fill. */
@FunctionalInterface
public interface FeeEstimate {

    /** The taker fee of an order of that size at that price, divided by its contracts; never negative. */
    Money perContract(Price price, Quantity quantity);
}
