package io.recio.domain.market;

import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;

/** One price of a book and the size resting there. */
public record Level(Price price, Quantity size) {}
