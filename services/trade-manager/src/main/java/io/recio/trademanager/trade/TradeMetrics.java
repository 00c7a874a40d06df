package io.recio.trademanager.trade;

import io.micrometer.core.instrument.MeterRegistry;
import io.recio.domain.money.Money;
import io.recio.domain.trade.Outcome;
import jakarta.inject.Singleton;

/** What the manager counts: requests, denials by code, fills, closed trades, and the PnL of day and week. */
@Singleton
public class TradeMetrics {

    private final MeterRegistry registry;
    private volatile Money today = Money.ZERO;
    private volatile Money week = Money.ZERO;

    TradeMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("trade_manager_pnl_today_dollars", this, metrics -> dollars(metrics.today));
        registry.gauge("trade_manager_pnl_week_dollars", this, metrics -> dollars(metrics.week));
    }

    public void placed(String kind) {
        registry.counter("trade_manager_requests_total", "kind", kind, "outcome", "placed")
                .increment();
    }

    public void denied(String kind, String code) {
        registry.counter("trade_manager_requests_total", "kind", kind, "outcome", "denied")
                .increment();
        registry.counter("trade_manager_denials_total", "code", code).increment();
    }

    public void fillsAttached(int fills) {
        registry.counter("trade_manager_fills_attached_total").increment(fills);
    }

    public void closed(Outcome outcome) {
        registry.counter("trade_manager_trades_closed_total", "outcome", outcome.letter())
                .increment();
    }

    public void pnl(Money ofToday, Money ofWeek) {
        today = ofToday;
        week = ofWeek;
    }

    private static double dollars(Money money) {
        return money.dollars().doubleValue();
    }
}
