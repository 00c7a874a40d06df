package io.recio.simulator.kalshi.exchange;

import java.math.BigDecimal;

/** What a series charges: its {@code fee_type} and {@code fee_multiplier} (EXCHANGES, section D). */
public record FeeTerms(Type type, BigDecimal multiplier) {

    /** What the hourly crypto series charge: takers pay, makers do not. */
    public static final FeeTerms CRYPTO = new FeeTerms(Type.QUADRATIC, BigDecimal.ONE);

    /** The fee tables, with the share of the taker's rate that a maker pays. */
    public enum Type {
        QUADRATIC("quadratic", "0"),
        QUADRATIC_WITH_MAKER_FEES("quadratic_with_maker_fees", "0.25"),
        QUADRATIC_WITH_COMBO_MAKER_FEES("quadratic_with_combo_maker_fees", "0.5");

        private final String wireName;
        private final BigDecimal makerShare;

        Type(String wireName, String makerShare) {
            this.wireName = wireName;
            this.makerShare = new BigDecimal(makerShare);
        }

        public String wireName() {
            return wireName;
        }

        BigDecimal share(boolean taker) {
            return taker ? BigDecimal.ONE : makerShare;
        }
    }
}
