package io.recio.localstack.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds our tables against the exchange's own books, to the cent and beyond. */
final class Reconciliation {

    private static final String FINAL_TRADES = "('closed', 'denied', 'rejected', 'missed')";

    private final DemoDatabase database;
    private final ExchangeLedger ledger;
    private final List<Line> lines = new ArrayList<>();

    /** One thing compared. */
    record Line(String what, String ours, String theirs) {

        boolean agrees() {
            return ours.equals(theirs);
        }

        @Override
        public String toString() {
            return String.format("  %-4s %-44s %-28s %s", agrees() ? "ok" : "BAD", what, ours, theirs);
        }
    }

    Reconciliation(DemoDatabase database, ExchangeLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    List<Line> compare() throws SQLException {
        add("the exchange's books fit together", "true", Boolean.toString(ledger.consistent()));
        add("trades not ended", database.count("trading.trades WHERE status NOT IN " + FINAL_TRADES), 0);
        add("orders not settled", database.count("trading.order_intents WHERE state <> 'final'"), 0);
        compareOrders();
        compareFills();
        comparePositions();
        add("cash", ourCash(), plain(ledger.cash()));
        add("PnL of all trades = cash earned", ourPnl(), plain(ledger.earned()));
        return lines;
    }

    private void compareOrders() throws SQLException {
        Map<String, String> theirs = ledger.orders().stream()
                .collect(Collectors.toMap(
                        ExchangeLedger.Order::clientOrderId,
                        order -> plain(order.filledCount()),
                        (one, other) -> one + " and again " + other,
                        TreeMap::new));
        Map<String, String> ours = new TreeMap<>();
        database.list(
                        row -> Map.entry(row.getString(1), plain(row.getBigDecimal(2))),
                        "SELECT client_order_id, filled FROM trading.orders WHERE exchange_order_id IS NOT NULL")
                .forEach(entry -> ours.put(entry.getKey(), entry.getValue()));
        add("orders and how much of each is filled", ours, theirs);
    }

    private void compareFills() throws SQLException {
        Map<String, String> theirs = ledger.fills().stream()
                .collect(Collectors.toMap(
                        ExchangeLedger.Execution::tradeId,
                        fill -> fill(fill.yesPriceDollars(), fill.count(), fill.feeDollars()),
                        (one, other) -> one + " and again " + other,
                        TreeMap::new));
        Map<String, String> ours = new TreeMap<>();
        database.list(
                        row -> Map.entry(
                                row.getString(1),
                                fill(row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4))),
                        "SELECT fill_id, yes_price, quantity, fee FROM account.fills")
                .forEach(entry -> ours.put(entry.getKey(), entry.getValue()));
        add("fills with price, quantity and fee", ours, theirs);
        add(
                "fills that belong to a trade",
                database.count("trading.attached_fills WHERE trade_id IS NOT NULL"),
                ledger.fills().size());
    }

    private void comparePositions() throws SQLException {
        Map<String, String> theirs = ledger.positions().stream()
                .filter(holding -> !holding.settled() && holding.count().signum() != 0)
                .collect(Collectors.toMap(
                        ExchangeLedger.Holding::ticker, holding -> plain(holding.count()), (a, b) -> a, TreeMap::new));
        Map<String, String> ours = new TreeMap<>();
        database.list(row -> Map.entry(row.getString(1), plain(row.getBigDecimal(2))), """
                        SELECT ticker, sum((filled - closed) * CASE side WHEN 'YES' THEN 1 ELSE -1 END) FROM trading.trades
                        WHERE status IN ('open', 'closing', 'expired') GROUP BY ticker
                        HAVING sum((filled - closed) * CASE side WHEN 'YES' THEN 1 ELSE -1 END) <> 0""")
                .forEach(entry -> ours.put(entry.getKey(), entry.getValue()));
        add("positions", ours, theirs);
    }

    private String ourCash() throws SQLException {
        return database.list(
                        row -> plain(row.getBigDecimal(1)), "SELECT coalesce(sum(balance), 0) FROM account.balances")
                .getFirst();
    }

    private String ourPnl() throws SQLException {
        return database.list(
                        row -> plain(row.getBigDecimal(1)),
                        "SELECT coalesce(sum(pnl), 0) FROM trading.trades WHERE status = 'closed'")
                .getFirst();
    }

    private void add(String what, long ours, long theirs) {
        add(what, Long.toString(ours), Long.toString(theirs));
    }

    private void add(String what, String ours, String theirs) {
        lines.add(new Line(what, ours, theirs));
    }

    /** Equal maps are shown by their size, others by what differs. */
    private void add(String what, Map<String, String> ours, Map<String, String> theirs) {
        if (ours.equals(theirs)) {
            add(what, ours.size(), theirs.size());
            return;
        }
        Map<String, String> onlyOurs = new TreeMap<>(ours);
        onlyOurs.entrySet().removeAll(theirs.entrySet());
        Map<String, String> onlyTheirs = new TreeMap<>(theirs);
        onlyTheirs.entrySet().removeAll(ours.entrySet());
        add(what, onlyOurs.toString(), onlyTheirs.toString());
    }

    private static String fill(BigDecimal yesPrice, BigDecimal count, BigDecimal fee) {
        return plain(count) + " @ " + plain(yesPrice) + " fee " + plain(fee);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }
}
