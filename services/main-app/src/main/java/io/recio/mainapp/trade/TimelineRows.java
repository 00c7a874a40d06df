package io.recio.mainapp.trade;

import io.recio.mainapp.rest.Columns;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Puts everything that is recorded of a trade into one order of time: why, who asked, what was sent, what came of it. */
@Singleton
class TimelineRows {

    private static final String SELECT = """
            WITH ours AS (SELECT * FROM trading.trades WHERE trade_id = $1),
                 story AS (
                     SELECT d.business_at AS at, 0 AS place, 0 AS seq, 'decision' AS kind, d.outcome AS what,
                            jsonb_build_object('reasons', d.reasons, 'repeated', d.repeated,
                                'price', d.document -> 'currentPrice', 'ttcSeconds', d.document -> 'ttcSeconds',
                                'momentum', d.document -> 'momentum',
                                'row', (SELECT r -> 'facts' FROM jsonb_array_elements(coalesce(d.document -> 'rows', '[]')) r
                                        WHERE r -> 'facts' ->> 'ticker' = ours.ticker LIMIT 1)) AS facts
                     FROM trading.decisions d JOIN ours USING (decision_id)
                     UNION ALL
                     SELECT r.business_at, 1, 0, 'request', r.kind,
                            jsonb_build_object('by', coalesce(r.on_behalf_of, r.requested_by), 'reason', r.reason,
                                'quantity', r.quantity::text, 'priceCap', r.price_cap::text, 'emergency', r.emergency,
                                'seen', r.seen, 'answer', r.answer)
                     FROM trading.requests r JOIN ours ON r.request_id = ours.request_id OR r.trade_id = ours.trade_id
                     UNION ALL
                     SELECT e.business_at, 2, e.seq, 'trade', e.type, e.document FROM trading.trade_events e WHERE e.trade_id = $1
                     UNION ALL
                     SELECT e.business_at, 3, e.seq, 'order', e.type,
                            e.document || jsonb_build_object('order', i.client_order_id, 'purpose', i.purpose)
                     FROM trading.order_events e JOIN trading.order_intents i USING (client_order_id) WHERE i.trade_id = $1
                     UNION ALL
                     SELECT f.filled_at, 4, 0, 'fill', f.bought_side,
                            jsonb_build_object('quantity', f.quantity::text, 'yesPrice', f.yes_price::text,
                                'fee', f.fee::text, 'taker', f.taker, 'fill', f.fill_id)
                     FROM account.fills f JOIN trading.attached_fills a USING (account, mode, fill_id) WHERE a.trade_id = $1
                     UNION ALL
                     SELECT s.settled_at, 5, 0, 'settlement', s.result,
                            jsonb_build_object('yesValue', s.yes_value::text, 'revenue', s.revenue::text, 'state', s.state)
                     FROM account.settlements s JOIN ours USING (account, mode, ticker))
            SELECT at, kind, what, jsonb_strip_nulls(facts)::text AS facts FROM story ORDER BY at, place, seq""";

    private final Database database;

    TimelineRows(Database database) {
        this.database = database;
    }

    List<TimelineEntry> of(UUID tradeId) {
        return database.list(
                row -> new TimelineEntry(
                        Columns.time(row, "at"),
                        row.getString("kind"),
                        row.getString("what"),
                        Columns.document(row, "facts")),
                SELECT,
                tradeId);
    }
}
