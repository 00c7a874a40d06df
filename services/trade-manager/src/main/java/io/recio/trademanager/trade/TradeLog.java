package io.recio.trademanager.trade;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeTerms;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.EventJson;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code trading.trade_events}, appended and never edited, and {@code trading.trades}, the fold kept beside them. */
public final class TradeLog {

    private static final EventJson<TradeEvent> EVENTS = new EventJson<>(TradeEvent.class);

    private static final String SELECT = """
            SELECT t.trade_id AS of_trade, e.seq, e.type, e.document::text AS document, e.recorded_at, t.status, t.filled,
                t.closed, t.cost, t.proceeds, t.fees, t.pnl, t.outcome, t.close_reason, t.denial_code, t.opened_at, t.ended_at,
                t.events
            FROM trading.trades t LEFT JOIN trading.trade_events e ON e.trade_id = t.trade_id
            WHERE t.account = $1 AND t.mode = $2 AND\s""";
    private static final String ORDER = " ORDER BY t.created_at, t.trade_id, e.seq";

    private final String account;
    private final String mode;

    public TradeLog(Tenure tenure) {
        this.account = tenure.account();
        this.mode = tenure.mode();
    }

    /** A trade as replayed, and whether its row told the same; {@code damage} says why it cannot be replayed. */
    public sealed interface Replayed {

        /** The row follows the events, or has now been put right. */
        record Sound(LoggedTrade logged, boolean rowAgrees) implements Replayed {}

        /** The events contradict each other or cannot be read. */
        record Damaged(TradeId id, String damage) implements Replayed {}
    }

    /** Writes a new trade with its first events. */
    public LoggedTrade begin(
            Statements statements,
            TradeRequested requested,
            List<TradeEvent> more,
            TradeOrigin origin,
            SystemTime writtenAt) {
        LoggedTrade logged = LoggedTrade.begun(requested, writtenAt);
        for (TradeEvent event : more) {
            logged = logged.after(event, writtenAt);
        }
        insertRow(statements, logged, requested, origin);
        List<TradeEvent> events = new ArrayList<>(List.of(requested));
        events.addAll(more);
        insertEvents(statements, logged.id(), 1, events);
        return logged;
    }

    /**
     * Appends the events and updates the row.
     *
     * @throws io.recio.domain.trade.ForbiddenTradeEvent when one contradicts what is known; nothing is to be committed then
     */
    public LoggedTrade append(
            Statements statements, LoggedTrade before, List<TradeEvent> events, SystemTime writtenAt) {
        LoggedTrade after = before;
        for (TradeEvent event : events) {
            after = after.after(event, writtenAt);
        }
        insertEvents(statements, before.id(), before.events() + 1, events);
        if (updateRow(statements, after, before.events()) != 1) {
            throw new IllegalStateException(
                    "row of trade " + before.id() + " must hold " + before.events() + " events, held others");
        }
        return after;
    }

    public Optional<LoggedTrade> find(Statements statements, TradeId id) {
        return replay(statements.query(SELECT + "t.trade_id = $3" + ORDER, account, mode, id.value())).stream()
                .findFirst()
                .map(TradeLog::sound);
    }

    /** All trades of the market, the finished ones too. */
    public List<LoggedTrade> ofMarket(Statements statements, MarketTicker ticker) {
        return replay(statements.query(SELECT + "t.ticker = $3" + ORDER, account, mode, ticker.value())).stream()
                .map(TradeLog::sound)
                .toList();
    }

    /** Trades at risk, and all that began since, replayed and compared with their rows. */
    public List<Replayed> atRiskOrSince(Statements statements, BusinessTime since) {
        return replay(statements.query(
                SELECT + "(t.status IN ('pending', 'open', 'closing', 'expired') OR t.created_at > $3)" + ORDER,
                account,
                mode,
                Times.column(since)));
    }

    /** Puts a row right that does not follow from its events. */
    public void correctRow(Statements statements, LoggedTrade logged) {
        updateRow(statements, logged, null);
    }

    private static LoggedTrade sound(Replayed replayed) {
        return switch (replayed) {
            case Replayed.Sound sound -> sound.logged();
            case Replayed.Damaged damaged ->
                throw new IllegalStateException("trade " + damaged.id() + " is damaged: " + damaged.damage());
        };
    }

    private static List<Replayed> replay(Iterable<Row> rows) {
        Map<UUID, List<Row>> byTrade = new LinkedHashMap<>();
        for (Row row : rows) {
            byTrade.computeIfAbsent(row.getUUID("of_trade"), id -> new ArrayList<>())
                    .add(row);
        }
        return byTrade.entrySet().stream()
                .map(entry -> replay(new TradeId(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Replayed replay(TradeId id, List<Row> rows) {
        try {
            Row first = rows.getFirst();
            if (first.getString("type") == null || !(event(first) instanceof TradeRequested requested)) {
                return new Replayed.Damaged(id, "its first event is no TradeRequested");
            }
            LoggedTrade logged = LoggedTrade.begun(requested, Times.system(first, "recorded_at"));
            for (Row row : rows.subList(1, rows.size())) {
                logged = logged.after(event(row), Times.system(row, "recorded_at"));
            }
            return new Replayed.Sound(logged, TradeFigures.of(logged).equals(TradeFigures.read(first)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new Replayed.Damaged(id, String.valueOf(e.getMessage()));
        }
    }

    private static TradeEvent event(Row row) {
        return EVENTS.read(row.getString("type"), row.getString("document"));
    }

    private static void insertEvents(Statements statements, TradeId id, int firstSeq, List<TradeEvent> events) {
        int seq = firstSeq;
        for (TradeEvent event : events) {
            statements.send(
                    """
                    INSERT INTO trading.trade_events (trade_id, seq, type, document, business_at)
                    VALUES ($1, $2, $3, $4::text::jsonb, $5)""",
                    id.value(),
                    seq++,
                    EVENTS.type(event),
                    EVENTS.document(event),
                    TradeFigures.column(event.at()));
        }
    }

    private void insertRow(Statements statements, LoggedTrade logged, TradeRequested requested, TradeOrigin origin) {
        TradeTerms terms = requested.terms();
        TradeFigures figures = TradeFigures.of(logged);
        statements.send(
                """
                INSERT INTO trading.trades (trade_id, account, mode, request_id, decision_id, ticker, event_ticker, symbol, side,
                    strategy, entered_by, status, requested, strike, strike_type, closes_at, price_cap, ask_seen,
                    probability_seen, momentum_seen, spot_seen, denial_code, created_at, ended_at, events)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::numeric, $14::numeric, $15, $16, $17::numeric,
                    $18::numeric, $19, $20, $21::numeric, $22, $23, $24, $25)""",
                logged.id().value(),
                account,
                mode,
                origin.requestId(),
                origin.decisionId().orElse(null),
                terms.ticker().value(),
                terms.event().value(),
                terms.symbol().value(),
                terms.side().name(),
                terms.strategy(),
                origin.enteredBy(),
                figures.status(),
                terms.count().contracts(),
                terms.strike().level().dollars(),
                terms.strike().type().name(),
                Times.column(terms.closesAt()),
                terms.priceCap().dollars(),
                origin.askSeen().orElse(null),
                origin.probabilitySeen().isPresent() ? origin.probabilitySeen().getAsDouble() : null,
                origin.momentumSeen().isPresent() ? origin.momentumSeen().getAsDouble() : null,
                origin.spotSeen().orElse(null),
                figures.denialCode(),
                TradeFigures.column(requested.at()),
                figures.endedAt(),
                figures.events());
    }

    private static int updateRow(Statements statements, LoggedTrade logged, @Nullable Integer expectedEvents) {
        TradeFigures figures = TradeFigures.of(logged);
        return statements.update(
                """
                UPDATE trading.trades SET status = $2, filled = $3::numeric, closed = $4::numeric, cost = $5::numeric,
                    proceeds = $6::numeric, fees = $7::numeric, pnl = $8::numeric, outcome = $9, close_reason = $10, denial_code = $11, opened_at = $12, ended_at = $13, events = $14,
                    updated_at = clock_timestamp()
                WHERE trade_id = $1 AND events = coalesce($15, events)""",
                logged.id().value(),
                figures.status(),
                figures.filled(),
                figures.closed(),
                figures.cost(),
                figures.proceeds(),
                figures.fees(),
                figures.pnl(),
                figures.outcome(),
                figures.closeReason(),
                figures.denialCode(),
                figures.openedAt(),
                figures.endedAt(),
                figures.events(),
                expectedEvents);
    }
}
