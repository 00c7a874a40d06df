package io.recio.simulator.kalshi.wire;

import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import java.math.RoundingMode;
import java.util.Locale;

/** How values are written on the wire (EXCHANGES, section A2). */
public final class WireText {

    private static final int LEAST_DECIMALS = 4;
    private static final int CENTS = 2;

    private WireText() {}

    /** Dollars with four decimals, or with six when they are needed. */
    public static String dollars(Money money) {
        var plain = money.dollars().stripTrailingZeros();
        return (plain.scale() <= LEAST_DECIMALS ? plain.setScale(LEAST_DECIMALS) : money.dollars()).toPlainString();
    }

    /** Whole cents, what is below a cent cut off. */
    public static long cents(Money money) {
        return money.dollars()
                .setScale(CENTS, RoundingMode.DOWN)
                .unscaledValue()
                .longValueExact();
    }

    public static String time(BusinessTime time) {
        return time.toString();
    }

    /** {@code yes} or {@code no}. */
    public static String outcome(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** {@code bid} for yes, {@code ask} for no. */
    public static String bookSide(Side side) {
        return side == Side.YES ? "bid" : "ask";
    }

    public static String status(MarketStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
