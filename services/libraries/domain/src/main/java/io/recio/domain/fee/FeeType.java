package io.recio.domain.fee;

import java.math.BigDecimal;
import java.util.Arrays;

/** Which formula the exchange applies to a series or event (EXCHANGES, section D). */
public enum FeeType {
    QUADRATIC("quadratic", "0"),
    QUADRATIC_WITH_MAKER_FEES("quadratic_with_maker_fees", "0.25"),
    QUADRATIC_WITH_COMBO_MAKER_FEES("quadratic_with_combo_maker_fees", "0.5"),
    /** Any other, {@code flat} included: its formula is not published, so there is no estimate. */
    UNKNOWN("", "0");

    private final String wireName;
    private final BigDecimal makerShare;

    FeeType(String wireName, String makerShare) {
        this.wireName = wireName;
        this.makerShare = new BigDecimal(makerShare);
    }

    /** The type by the exchange's name; {@link #UNKNOWN} when we do not know it. */
    public static FeeType of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type != UNKNOWN && type.wireName.equals(wireName))
                .findFirst()
                .orElse(UNKNOWN);
    }

    BigDecimal share(Liquidity liquidity) {
        return switch (liquidity) {
            case TAKER -> BigDecimal.ONE;
            case MAKER -> makerShare;
        };
    }
}
