package io.recio.mainapp.settings;

import io.recio.mainapp.access.Role;
import io.recio.mainapp.rest.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of settings: one table with one row each (PRODUCT, sections 5, 6 and 8). */
enum SettingsGroup {
    /** Momentum thresholds in hundredths of a percent, differentials in cents net of fees. */
    AUTO_ENTRY(
            "auto-entry",
            "settings.auto_entry",
            Role.TRADER,
            List.of(
                    new Field.Flag("enabled"),
                    new Field.Whole("minTimeSeconds", 0, 3600),
                    new Field.Whole("maxTimeSeconds", 0, 3600),
                    new Field.Decimal("minProbabilityPercent", "50", "100", 2),
                    new Field.Decimal("minDifferentialCents", "-99", "99", 2),
                    new Field.Flag("allowReEntry"),
                    new Field.Flag("spikeAlertEnabled"),
                    new Field.Whole("spikeAlertMomentumThreshold", 1, 1000),
                    new Field.Whole("spikeAlertCooldownThreshold", 1, 1000),
                    new Field.Whole("spikeAlertCooldownMinutes", 1, 240),
                    new Field.Whole("positionSize", 1, 100_000),
                    new Field.Whole("multiplier", 1, 1000),
                    new Field.Flag("requireAskSize"),
                    new Field.Whole("watchlistMinVolume", 0, 1_000_000_000),
                    new Field.Decimal("watchlistMaxAskCents", "1", "99.99", 2))) {
        @Override
        void check(Map<String, Object> values) {
            notAbove(values, "minTimeSeconds", "maxTimeSeconds");
            notAbove(values, "spikeAlertCooldownThreshold", "spikeAlertMomentumThreshold");
        }
    },
    AUTO_STOP(
            "auto-stop",
            "settings.auto_stop",
            Role.TRADER,
            List.of(
                    new Field.Flag("enabled"),
                    new Field.Decimal("stopProbabilityPercent", "1", "99", 2),
                    new Field.Whole("minTtcSeconds", 0, 3600),
                    new Field.Flag("verificationEnabled"),
                    new Field.Whole("verificationSeconds", 1, 600),
                    new Field.Flag("momentumSpikeEnabled"),
                    new Field.Whole("momentumSpikeThreshold", 1, 1000),
                    new Field.Flag("takeProfitEnabled"),
                    new Field.Decimal("takeProfitCents", "0.01", "99", 2),
                    new Field.Flag("trailingStopEnabled"),
                    new Field.Decimal("trailingStopCents", "0.01", "99", 2),
                    new Field.Flag("emergencyEnabled"),
                    new Field.Choice("emergencyPolicy", List.of("close", "hold")),
                    new Field.Whole("emergencyAfterSeconds", 10, 600))),
    RISK_LIMITS(
            "risk-limits",
            "settings.risk_limits",
            Role.ADMIN,
            List.of(
                    new Field.Decimal("maxContractsPerOrder", "0.01", "1000000", 2),
                    new Field.Decimal("maxContractsPerMarket", "0.01", "1000000", 2),
                    new Field.Decimal("maxContractsPerEvent", "0.01", "1000000", 2),
                    new Field.Decimal("maxExposureDollars", "0.01", "100000000", 6),
                    new Field.Whole("maxOpenTrades", 1, 10_000),
                    new Field.Whole("maxOrdersPerMinute", 1, 10_000),
                    new Field.Decimal("balanceReserveDollars", "0", "100000000", 6),
                    new Field.Decimal("maxDailyLossDollars", "0.01", "100000000", 6),
                    new Field.Decimal("maxWeeklyLossDollars", "0.01", "100000000", 6),
                    new Field.Flag("flattenOnLossLimit"))),
    ORDERS(
            "orders",
            "settings.orders",
            Role.ADMIN,
            List.of(
                    new Field.Decimal("entrySlippageCents", "0", "50", 2),
                    new Field.Decimal("closeSlippageCents", "0", "50", 2),
                    new Field.Flag("transferToShard"),
                    new Field.Choice("entryTimeInForce", List.of("immediate_or_cancel", "good_till_canceled")),
                    new Field.Whole("entryExpirySeconds", 5, 60)));

    private final String text;
    private final String table;
    private final Role role;
    private final List<Field> fields;

    SettingsGroup(String text, String table, Role role, List<Field> fields) {
        this.text = text;
        this.table = table;
        this.role = role;
        this.fields = List.copyOf(fields);
    }

    /** As in paths: {@code auto-entry}. */
    String text() {
        return text;
    }

    String table() {
        return table;
    }

    /** Who may change it. */
    Role role() {
        return role;
    }

    List<Field> fields() {
        return fields;
    }

    /** What no single field can know; a problem when it is broken. */
    void check(Map<String, Object> values) {
        // Most groups have no such rule.
    }

    static Optional<SettingsGroup> of(String text) {
        return List.of(values()).stream()
                .filter(group -> group.text.equals(text))
                .findFirst();
    }

    private static void notAbove(Map<String, Object> values, String lower, String upper) {
        if ((Integer) values.get(lower) > (Integer) values.get(upper)) {
            throw ProblemException.field(
                    lower,
                    "at most " + upper + " (" + values.get(upper) + ")",
                    values.get(lower).toString());
        }
    }
}
