package io.recio.storage.settings;

import io.recio.domain.entry.EntrySettings;
import io.recio.domain.entry.SpikeSettings;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.stop.EmergencyPolicy;
import io.recio.domain.stop.StopSettings;
import io.recio.domain.striketable.Edge;
import io.recio.domain.striketable.WatchlistSettings;
import io.recio.storage.Statements;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Reads the operator's settings as the domain's own values; each is one row that always exists. */
public final class SettingsStore {

    /** Percentage points and cents by which the watchlist looks beyond the entry rules (PRODUCT, section 4). */
    private static final double PROBABILITY_MARGIN = 5;

    private static final double DIFFERENTIAL_MARGIN = 3;

    private static final String RESTS = "good_till_canceled";

    private static final BigDecimal CENTS = new BigDecimal("0.01");

    public EntrySettings entry(Statements statements) {
        Row row = one(statements, "SELECT * FROM settings.auto_entry");
        return new EntrySettings(
                row.getBoolean("enabled"),
                row.getInteger("min_time_seconds"),
                row.getInteger("max_time_seconds"),
                number(row, "min_probability_percent"),
                number(row, "min_differential_cents"),
                row.getBoolean("allow_re_entry"),
                new SpikeSettings(
                        row.getBoolean("spike_alert_enabled"),
                        row.getInteger("spike_alert_momentum_threshold"),
                        row.getInteger("spike_alert_cooldown_threshold"),
                        row.getInteger("spike_alert_cooldown_minutes")),
                row.getInteger("position_size"),
                row.getInteger("multiplier"),
                row.getBoolean("require_ask_size"));
    }

    public WatchlistSettings watchlist(Statements statements) {
        Row row = one(statements, """
            SELECT watchlist_min_volume, watchlist_max_ask_cents, min_probability_percent, min_differential_cents
            FROM settings.auto_entry\
            """);
        return new WatchlistSettings(
                Quantity.ofContracts(row.getInteger("watchlist_min_volume")),
                number(row, "min_probability_percent"),
                PROBABILITY_MARGIN,
                price(row, "watchlist_max_ask_cents"),
                new Edge(number(row, "min_differential_cents")),
                DIFFERENTIAL_MARGIN);
    }

    public StopSettings stop(Statements statements) {
        Row row = one(statements, "SELECT * FROM settings.auto_stop");
        return new StopSettings(
                row.getBoolean("enabled"),
                number(row, "stop_probability_percent"),
                row.getInteger("min_ttc_seconds"),
                row.getBoolean("verification_enabled"),
                row.getInteger("verification_seconds"),
                row.getBoolean("momentum_spike_enabled"),
                row.getInteger("momentum_spike_threshold"),
                row.getBoolean("take_profit_enabled"),
                number(row, "take_profit_cents"),
                row.getBoolean("trailing_stop_enabled"),
                number(row, "trailing_stop_cents"),
                row.getBoolean("emergency_enabled"),
                EmergencyPolicy.valueOf(row.getString("emergency_policy").toUpperCase(Locale.ROOT)),
                row.getInteger("emergency_after_seconds"));
    }

    public RiskLimits riskLimits(Statements statements) {
        Row row = one(statements, "SELECT * FROM settings.risk_limits");
        return new RiskLimits(
                Quantity.of(row.getBigDecimal("max_contracts_per_order")),
                Quantity.of(row.getBigDecimal("max_contracts_per_market")),
                Quantity.of(row.getBigDecimal("max_contracts_per_event")),
                Money.of(row.getBigDecimal("max_exposure_dollars")),
                row.getInteger("max_open_trades"),
                row.getInteger("max_orders_per_minute"),
                Money.of(row.getBigDecimal("balance_reserve_dollars")),
                Money.of(row.getBigDecimal("max_daily_loss_dollars")),
                Money.of(row.getBigDecimal("max_weekly_loss_dollars")));
    }

    /** Whether a loss limit that throws the kill switch also sells what is held. */
    public boolean flattensOnLossLimit(Statements statements) {
        return one(statements, "SELECT flatten_on_loss_limit FROM settings.risk_limits")
                .getBoolean("flatten_on_loss_limit");
    }

    public OrderSettings orders(Statements statements) {
        Row row = one(statements, "SELECT * FROM settings.orders");
        return new OrderSettings(
                price(row, "entry_slippage_cents"),
                price(row, "close_slippage_cents"),
                row.getBoolean("transfer_to_shard"),
                row.getString("entry_time_in_force").equals(RESTS),
                Duration.ofSeconds(row.getInteger("entry_expiry_seconds")));
    }

    private static Row one(Statements statements, String sql) {
        return statements.first(sql).orElseThrow(() -> new IllegalStateException("settings row is missing: " + sql));
    }

    private static double number(Row row, String column) {
        return row.getBigDecimal(column).doubleValue();
    }

    private static Price price(Row row, String centsColumn) {
        return Price.of(row.getBigDecimal(centsColumn).multiply(CENTS));
    }
}
