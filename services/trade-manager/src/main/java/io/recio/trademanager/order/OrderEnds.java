package io.recio.trademanager.order;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.ForbiddenTradeEvent;
import io.recio.domain.trade.Leg;
import io.recio.domain.trade.TradeEvent;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import io.recio.trademanager.trade.TradeMetrics;
import io.vertx.sqlclient.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Tells trades that their orders are over, once each. */
public final class OrderEnds {

    private static final Logger LOG = Logger.getLogger(OrderEnds.class);

    private final Tenure tenure;
    private final TradeBook book;
    private final TradeLog log;
    private final ManagerAlerts alerts;
    private final TradeMetrics metrics;
    private final BusinessClock business;
    private final SystemClock clock;
    private final Set<ClientOrderId> contradicting = new HashSet<>();

    public OrderEnds(
            Tenure tenure,
            TradeBook book,
            TradeLog log,
            ManagerAlerts alerts,
            TradeMetrics metrics,
            BusinessClock business,
            SystemClock clock) {
        this.tenure = tenure;
        this.book = book;
        this.log = log;
        this.alerts = alerts;
        this.metrics = metrics;
        this.business = business;
        this.clock = clock;
    }

    public void bookAll() {
        String[] unresolved = book.all().stream()
                .flatMap(logged -> unresolved(logged))
                .map(leg -> leg.order().value())
                .toArray(String[]::new);
        if (unresolved.length > 0) {
            finals(unresolved).forEach(this::book);
        }
    }

    private static Stream<Leg> unresolved(LoggedTrade logged) {
        return Stream.concat(
                Stream.of(logged.trade().entry()).filter(leg -> !leg.isResolved()),
                logged.trade().unresolvedClose().stream());
    }

    private void book(OrderReport report) {
        LoggedTrade before = book.owning(report.order()).orElseThrow();
        boolean entry = before.trade().terms().entryOrder().equals(report.order());
        Leg leg = entry
                ? before.trade().entry()
                : before.trade().unresolvedClose().orElseThrow();
        Optional<TradeEvent> event = report.event(leg, entry, business.now());
        if (event.isEmpty() || contradicting.contains(report.order())) {
            return;
        }
        try {
            LoggedTrade after = tenure.fenced(tx -> log.append(tx, before, List.of(event.get()), clock.now()));
            book.put(after);
            after.trade().outcome().ifPresent(metrics::closed);
            LOG.infof(
                    "Order ended trade=%s order=%s status=%s filled=%s reason=%s trade is %s",
                    after.id(),
                    report.order(),
                    report.status(),
                    report.filled(),
                    report.reason(),
                    after.trade().status());
        } catch (ForbiddenTradeEvent e) {
            contradicting.add(report.order());
            tenure.fenced(tx -> {
                alerts.raise(
                        tx,
                        Severity.CRITICAL,
                        "ORDER_CONTRADICTS_TRADE",
                        "A final order says what its trade cannot take",
                        Map.of("order", report.order().value(), "why", String.valueOf(e.getMessage())));
                return report;
            });
        }
    }

    private List<OrderReport> finals(String[] orders) {
        return tenure.database().list(OrderEnds::report, """
                        SELECT o.client_order_id, o.status, coalesce(o.reason, '') AS reason,
                            greatest(o.filled, coalesce((
                                SELECT max(told.filled_count) FROM account.orders told
                                WHERE told.client_order_id = o.client_order_id AND told.account = $2 AND told.mode = $3
                                    AND lower(told.status) IN ('executed', 'canceled')), 0)) AS filled
                        FROM trading.orders o
                        WHERE o.client_order_id = ANY ($1)
                            AND o.status IN ('EXECUTED', 'CANCELED', 'REJECTED', 'ABSENT', 'CANCELLED_UNSENT')
                        ORDER BY o.updated_at""", orders, tenure.account(), tenure.mode());
    }

    private static OrderReport report(Row row) {
        return new OrderReport(
                new ClientOrderId(row.getString("client_order_id")),
                OrderStatus.valueOf(row.getString("status")),
                Quantity.of(row.getBigDecimal("filled")),
                row.getString("reason"));
    }
}
