package io.recio.kalshi.model;

import io.recio.domain.market.Side;
import io.recio.domain.money.Decimals;
import io.recio.domain.money.Quantity;
import java.util.Optional;

/**
 * The one signed position the exchange holds per market, in hundredths of a contract: above zero yes, below zero no.
 */
public record NetPosition(long units) {

    public static final NetPosition FLAT = new NetPosition(0);

    /** Parses {@code position_fp}, such as {@code "-12.00"}. */
    public static NetPosition of(String signedContracts) {
        return new NetPosition(Decimals.parse("position", signedContracts, Quantity.SCALE));
    }

    public static NetPosition of(Side side, Quantity size) {
        return new NetPosition(side == Side.YES ? size.units() : -size.units());
    }

    /** Empty when nothing is held. */
    public Optional<Side> side() {
        if (units == 0) {
            return Optional.empty();
        }
        return Optional.of(units > 0 ? Side.YES : Side.NO);
    }

    public Quantity size() {
        return new Quantity(Math.abs(units));
    }

    @Override
    public String toString() {
        return Decimals.format(units, Quantity.SCALE);
    }
}
