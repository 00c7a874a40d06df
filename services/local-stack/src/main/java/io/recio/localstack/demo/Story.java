package io.recio.localstack.demo;

import io.recio.localstack.stack.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what happens, each thing once, in the words of a trader: table, decision, order, fill, supervision, result. */
final class Story {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("America/New_York"));

    private static final List<String> CHAPTERS = List.of("""
            SELECT 'table ' || event_ticker, computed_at,
                'strike table  ' || (document ->> 'marketTitle') || '  price ' || (document ->> 'currentPrice')
                    || '  rows ' || jsonb_array_length(document -> 'rows')
            FROM live_data.strike_table ORDER BY computed_at""", """
            SELECT 'state ' || symbol || state || coalesce(reason, ''), updated_at,
                'auto entry    ' || symbol || ' is ' || state || coalesce(' because ' || reason, '')
            FROM trading.auto_entry_state ORDER BY updated_at""", """
            SELECT 'refused ' || symbol || coalesce(event_ticker, '') || reasons::text, business_at,
                'not entered   ' || symbol || '  ' || array_to_string(reasons, ', ')
            FROM trading.decisions WHERE outcome = 'refused' AND cardinality(reasons) > 0
            ORDER BY business_at LIMIT 500""", """
            SELECT 'decision ' || decision_id, business_at,
                'ENTRY         ' || side || ' ' || ticker || '  probability '
                    || round((row -> 'facts' ->> 'probability')::numeric * 100, 2) || ' %  ask ' || (row -> 'facts' ->> 'ask')
                    || '  net diff ' || round((row -> 'facts' -> 'netDiff' ->> 'cents')::numeric, 2) || ' c'
            FROM trading.decisions, jsonb_array_elements(document -> 'rows') row
            WHERE outcome = 'entry' AND row ->> 'decision' = 'enter' ORDER BY business_at""", """
            SELECT 'order ' || e.client_order_id || e.seq, e.business_at,
                'order         ' || e.type || '  ' || i.purpose || ' ' || i.book_side || ' ' || i.quantity || ' ' || i.ticker
                    || ' at ' || i.yes_price
            FROM trading.order_events e JOIN trading.order_intents i ON i.client_order_id = e.client_order_id
            ORDER BY e.recorded_at""", """
            SELECT 'fill ' || fill_id, filled_at,
                'fill          ' || bought_side || ' ' || quantity || ' ' || ticker || '  yes price ' || yes_price || '  fee ' || fee
            FROM account.fills ORDER BY recorded_at""", """
            SELECT 'trade ' || t.trade_id || t.status, e.business_at,
                'trade         ' || status || '  ' || side || ' ' || ticker || '  filled ' || filled || ' of ' || requested
                    || coalesce('  ' || denial_code, '')
                    || CASE WHEN status = 'closed' THEN '  PnL ' || pnl || ' (' || outcome || ')' ELSE '' END
            FROM trading.trades t
                JOIN trading.trade_events e ON e.trade_id = t.trade_id AND e.seq = t.events
            ORDER BY e.business_at""", """
            SELECT 'supervised ' || trade_id || coalesce(advice, ''), computed_at,
                'supervision   ' || ticker || '  probability ' || coalesce(round(probability::numeric * 100, 1)::text, '?')
                    || ' %  buffer ' || coalesce(buffer::text, '?') || coalesce('  ' || advice, '')
            FROM trading.active_trades ORDER BY computed_at""", """
            SELECT 'settled ' || ticker || state, settled_at,
                'settlement    ' || ticker || '  ' || result || '  ' || state
            FROM account.settlements ORDER BY recorded_at""", """
            SELECT 'alert ' || alert_id, coalesce(business_at, business_anchor + (raised_at - system_anchor) * speed),
                'ALERT         ' || severity || '  ' || code || '  ' || message
            FROM system.alerts, system.clock ORDER BY raised_at""", """
            SELECT 'remedy ' || remedy_id, business_anchor + (decided_at - system_anchor) * speed,
                CASE WHEN withheld THEN 'withheld      ' ELSE 'REMEDY        ' END || action || ' ' || service || '  ' || reason
            FROM system.remedies, system.clock ORDER BY decided_at""");

    private final DemoDatabase database;
    private final Progress out;
    private final Set<String> told = new HashSet<>();

    Story(DemoDatabase database, Progress out) {
        this.database = database;
        this.out = out;
    }

    /** Tells what is new. */
    void goOn() throws SQLException {
        for (String chapter : CHAPTERS) {
            for (Line line : database.list(Story::line, chapter)) {
                if (told.add(line.key())) {
                    out.step(CLOCK.format(line.at().toInstant()) + " ET  " + line.text());
                }
            }
        }
    }

    private record Line(String key, OffsetDateTime at, String text) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getString(1), row.getObject(2, OffsetDateTime.class), row.getString(3));
    }
}
