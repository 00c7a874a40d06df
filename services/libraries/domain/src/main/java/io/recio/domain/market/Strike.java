package io.recio.domain.market;

import io.recio.domain.price.SpotPrice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The level of the underlying that divides yes from no.
 *
 * <p>Always evaluated by type, floor and cap; never by a ticker's text (PRODUCT, section 1).
 *
 * @param floor present unless the type looks only at the cap
 * @param cap present only when the type looks at it
 */
public record Strike(
        StrikeType type,
        @Nullable SpotPrice floor,
        @Nullable SpotPrice cap) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    public Strike {
        boolean needsFloor = type != StrikeType.LESS && type != StrikeType.LESS_OR_EQUAL;
        boolean needsCap = type != StrikeType.GREATER && type != StrikeType.GREATER_OR_EQUAL;
        if (needsFloor && floor == null) {
            throw new IllegalArgumentException("strike of type " + type + " must have a floor, had none");
        }
        if (needsCap && cap == null) {
            throw new IllegalArgumentException("strike of type " + type + " must have a cap, had none");
        }
    }

    /** "Above floor", the kind of the hourly threshold markets. */
    public static Strike above(SpotPrice floor) {
        return new Strike(StrikeType.GREATER, floor, null);
    }

    /** Whether the settlement value makes the market resolve yes. */
    public boolean resolvesYes(SpotPrice settlementValue) {
        return switch (type) {
            case GREATER -> settlementValue.isAbove(level());
            case GREATER_OR_EQUAL -> !settlementValue.isBelow(level());
            case LESS -> settlementValue.isBelow(level());
            case LESS_OR_EQUAL -> !settlementValue.isAbove(level());
            case BETWEEN -> !settlementValue.isBelow(level()) && !settlementValue.isAbove(required(cap));
        };
    }

    /** The level K of every rule: the floor, or the cap where only a cap exists. */
    public SpotPrice level() {
        return switch (type) {
            case GREATER, GREATER_OR_EQUAL, BETWEEN -> required(floor);
            case LESS, LESS_OR_EQUAL -> required(cap);
        };
    }

    /** The level people read: "above 114,999.99" is shown as 115,000 (PRODUCT, section 3). */
    public SpotPrice shown() {
        return type == StrikeType.GREATER ? SpotPrice.of(level().dollars().add(CENT)) : level();
    }

    private static SpotPrice required(@Nullable SpotPrice level) {
        if (level == null) {
            throw new IllegalStateException("strike has no level where its type needs one");
        }
        return level;
    }
}
