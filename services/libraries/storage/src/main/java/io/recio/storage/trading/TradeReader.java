package io.recio.storage.trading;

import io.recio.domain.entry.EventTrade;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeStatus;
import io.recio.storage.Statements;
import io.recio.storage.json.EventJson;
import io.recio.storage.system.Installation;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads trades as the fold of their events; the trade manager alone writes them. */
public final class TradeReader {

    private static final EventJson<TradeEvent> EVENTS = new EventJson<>(TradeEvent.class);

    private static final String SELECT = """
            SELECT e.trade_id, e.type, e.document::text AS document
            FROM trading.trades t JOIN trading.trade_events e ON e.trade_id = t.trade_id
            WHERE t.account = $1 AND t.mode = $2 AND\s""";
    private static final String ORDER = " ORDER BY t.created_at, e.trade_id, e.seq";

    private final Installation installation;

    public TradeReader(Installation installation) {
        this.installation = installation;
    }

    /** Trades by which money can still be lost, oldest first. */
    public List<Trade> atRisk(Statements statements) {
        return fold(statements.query(
                SELECT + "t.status IN ('pending', 'open', 'closing', 'expired')" + ORDER,
                installation.account(),
                installation.mode().text()));
    }

    /** All trades of the event, the finished ones too, as far as another entry cares; read from the rows kept beside. */
    public List<EventTrade> ofEvent(Statements statements, EventTicker event) {
        return statements.list(
                row -> new EventTrade(
                        new MarketTicker(row.getString("ticker")),
                        Side.valueOf(row.getString("side")),
                        TradeStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT))),
                """
                SELECT DISTINCT ticker, side, status FROM trading.trades
                WHERE event_ticker = $3 AND account = $1 AND mode = $2""",
                installation.account(),
                installation.mode().text(),
                event.value());
    }

    private static List<Trade> fold(Iterable<Row> rows) {
        Map<UUID, List<TradeEvent>> events = new LinkedHashMap<>();
        for (Row row : rows) {
            events.computeIfAbsent(row.getUUID("trade_id"), id -> new ArrayList<>())
                    .add(EVENTS.read(row.getString("type"), row.getString("document")));
        }
        return events.values().stream().map(Trade::replay).toList();
    }
}
