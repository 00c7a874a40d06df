package io.recio.migrations;

import java.util.List;

/** The login role of one service. Its rights are granted by the migrations. */
public record DatabaseRole(String name) {

    /** One role per service that talks to the database. */
    public static final List<DatabaseRole> ALL = List.of(
            new DatabaseRole("recio_symbol_price_watchdog"),
            new DatabaseRole("recio_kalshi_api_watchdog"),
            new DatabaseRole("recio_kalshi_account_sync"),
            new DatabaseRole("recio_unified_production_coordinator"),
            new DatabaseRole("recio_auto_entry_supervisor"),
            new DatabaseRole("recio_trade_manager"),
            new DatabaseRole("recio_trade_executor"),
            new DatabaseRole("recio_active_trade_supervisor"),
            new DatabaseRole("recio_main_app"),
            new DatabaseRole("recio_cascading_failure_detector"),
            new DatabaseRole("recio_system_monitor"));

    public DatabaseRole {
        if (!name.matches("recio_[a-z_]{1,50}")) {
            throw new IllegalArgumentException("database role must be recio_ and small letters, was '" + name + "'");
        }
    }

    /** The role of a service by its name on the architecture picture, such as {@code trade-manager}. */
    public static DatabaseRole ofService(String service) {
        String known = service.startsWith("symbol-price-watchdog") ? "symbol-price-watchdog" : service;
        return new DatabaseRole("recio_" + known.replace('-', '_'));
    }
}
