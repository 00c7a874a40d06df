package io.recio.autoentry.journal;

import io.recio.autoentry.AutoEntryConfig;
import io.recio.domain.entry.AutoTradeState;
import io.recio.domain.entry.EntryAttempt;
import io.recio.domain.entry.EntryDecision;
import io.recio.domain.entry.RowDecision.Enter;
import io.recio.domain.entry.SpikeAlert;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.recio.storage.system.Installation;
import io.recio.storage.system.SystemStore;
import io.recio.storage.trading.RequestStore;
import io.recio.storage.trading.TradeRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** {@code trading.decisions}, {@code trading.auto_entry_state} and {@code trading.requests}. */
@Singleton
class PostgresDecisionJournal implements DecisionJournal {

    private static final Logger LOG = Logger.getLogger(PostgresDecisionJournal.class);

    private final Database database;
    private final SystemStore system;
    private final AutoEntryConfig config;
    private final Supplier<UUID> ids;
    private final Map<Symbol, Last> last = new HashMap<>();
    private final Map<Symbol, Asked> asked = new HashMap<>();

    /** How often entries of an event were asked for, by the beginning of their keys. */
    private record Asked(EventTicker event, Map<String, Long> times) {}

    /** The newest refusal of a symbol. */
    private record Last(UUID id, EventTicker event, List<String> codes) {}

    PostgresDecisionJournal(Database database, SystemStore system, AutoEntryConfig config, Supplier<UUID> ids) {
        this.database = database;
        this.system = system;
        this.config = config;
        this.ids = ids;
    }

    @Override
    public void begin() {
        asked.clear();
    }

    @Override
    public SpikeAlert spike(Symbol symbol) {
        return database.first(
                        "SELECT document::text AS document FROM trading.auto_entry_state WHERE symbol = $1",
                        symbol.value())
                .map(row -> DomainJson.read(row.getString("document"), SpikeAlert.class))
                .orElse(SpikeAlert.UNSEEN);
    }

    @Override
    public List<EntryAttempt> attempts(Statements statements, EventTicker event, BusinessTime since) {
        return statements.list(
                row -> new EntryAttempt(
                        new MarketTicker(row.getString("ticker")),
                        Side.valueOf(row.getString("side")),
                        Times.business(row, "business_at")),
                """
                SELECT ticker, side, business_at FROM trading.requests
                WHERE kind = 'open' AND requested_by = session_user AND business_at > $1
                    AND idempotency_key LIKE $2 ORDER BY business_at""",
                Times.column(since),
                keyPrefix(event) + "%");
    }

    @Override
    public void record(Fence fence, EntryDecision decision) {
        Symbol symbol = decision.inputs().table().symbol();
        List<String> codes = JournaledDecision.codes(decision);
        List<Enter> entries = decision.entries();
        Last before = last.get(symbol);
        EventTicker event = decision.inputs().table().eventTicker();
        if (entries.isEmpty()
                && before != null
                && before.codes().equals(codes)
                && before.event().equals(event)) {
            database.fenced(fence, statements -> repeat(statements, before.id(), decision));
            return;
        }
        UUID id = ids.get();
        Installation installation = system.installation().orElseThrow();
        database.fenced(fence, statements -> {
            insert(statements, id, decision, codes, entries);
            for (Enter entry : entries) {
                submit(statements, new RequestStore(installation), id, decision, entry);
            }
            statements.notify(Channels.AUTO_ENTRY, symbol.value());
            return null;
        });
        last.put(symbol, new Last(id, event, entries.isEmpty() ? codes : List.of()));
        entries.forEach(entry -> LOG.infof(
                "Entry requested ticker=%s side=%s count=%s cap=%s probability=%.2f netDiff=%.2f decision=%s",
                entry.ticker(),
                entry.side(),
                entry.request().count(),
                entry.request().priceCap(),
                entry.probability().percent(),
                entry.netDiff().cents(),
                id));
    }

    @Override
    public void state(Fence fence, EntryDecision decision) {
        AutoTradeState state = decision.state();
        Optional<BusinessTime> resumes = state instanceof AutoTradeState.Paused paused
                ? Optional.of(decision.inputs().now().plus(paused.remaining()))
                : Optional.empty();
        database.fenced(fence, statements -> {
            statements.update(
                    """
                    INSERT INTO trading.auto_entry_state (symbol, state, reason, spike_hot_at, resumes_at, document, updated_at)
                    VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7)
                    ON CONFLICT (symbol) DO UPDATE SET state = excluded.state, reason = excluded.reason,
                        spike_hot_at = excluded.spike_hot_at, resumes_at = excluded.resumes_at,
                        document = excluded.document, updated_at = excluded.updated_at""",
                    decision.inputs().table().symbol().value(),
                    state.name(),
                    state instanceof AutoTradeState.Suspended suspended ? suspended.reason() : null,
                    decision.inputs().spike().lastHot().map(Times::column).orElse(null),
                    resumes.map(Times::column).orElse(null),
                    DomainJson.write(decision.inputs().spike()),
                    Times.column(decision.inputs().now()));
            statements.notify(
                    Channels.AUTO_ENTRY, decision.inputs().table().symbol().value());
            return null;
        });
    }

    private static int repeat(Statements statements, UUID id, EntryDecision decision) {
        return statements.update(
                "UPDATE trading.decisions SET repeated = repeated + 1, last_at = $2 WHERE decision_id = $1",
                id,
                Times.column(decision.inputs().now()));
    }

    private static void insert(
            Statements statements, UUID id, EntryDecision decision, List<String> codes, List<Enter> entries) {
        Optional<Enter> first = entries.stream().findFirst();
        statements.send(
                """
                INSERT INTO trading.decisions (decision_id, symbol, event_ticker, outcome, ticker, side, reasons, document,
                    business_at, last_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $9)""",
                id,
                decision.inputs().table().symbol().value(),
                decision.inputs().table().eventTicker().value(),
                entries.isEmpty() ? "refused" : "entry",
                first.map(entry -> entry.ticker().value()).orElse(null),
                first.map(entry -> entry.side().name()).orElse(null),
                codes.toArray(String[]::new),
                DomainJson.write(JournaledDecision.of(decision)),
                Times.column(decision.inputs().now()));
    }

    private void submit(
            Statements statements, RequestStore requests, UUID decisionId, EntryDecision decision, Enter entry) {
        EventTicker event = decision.inputs().table().eventTicker();
        Map<String, Long> times = askedOf(decision.inputs().table().symbol(), event);
        String prefix = keyPrefix(event) + entry.ticker() + ":" + entry.side() + ":";
        long ordinal = 1 + times.computeIfAbsent(prefix, key -> askedBefore(statements, entry, key));
        Map<String, String> seen = new LinkedHashMap<>();
        seen.put("spot", decision.inputs().table().currentPrice().toString());
        seen.put("ask", entry.ask().toString());
        seen.put("probability", Double.toString(entry.probability().value()));
        seen.put("netDiffCents", Double.toString(entry.netDiff().cents()));
        decision.inputs().table().momentum().ifPresent(m -> seen.put("momentum", Double.toString(m.score())));
        requests.send(
                statements,
                new TradeRequest(
                        ids.get(),
                        prefix + ordinal,
                        new TradeRequest.Open(
                                entry.ticker(),
                                entry.side(),
                                entry.request().count(),
                                entry.request().priceCap()),
                        Optional.empty(),
                        config.strategy(),
                        "auto entry",
                        Optional.of(decisionId),
                        seen,
                        Optional.of(config.requestValidity()),
                        decision.inputs().now()));
        times.put(prefix, ordinal);
    }

    /** Those of an event that has passed are forgotten. */
    private Map<String, Long> askedOf(Symbol symbol, EventTicker event) {
        return asked.compute(
                        symbol,
                        (unused, known) -> known != null && known.event().equals(event)
                                ? known
                                : new Asked(event, new HashMap<>()))
                .times();
    }

    private static long askedBefore(Statements statements, Enter entry, String prefix) {
        return statements
                .first("""
                        SELECT count(*) AS earlier FROM trading.requests
                        WHERE kind = 'open' AND ticker = $1 AND side = $2 AND starts_with(idempotency_key, $3)\
                        """, entry.ticker().value(), entry.side().name(), prefix)
                .map(row -> row.getLong("earlier"))
                .orElse(0L);
    }

    private static String keyPrefix(EventTicker event) {
        return "entry:" + event + ":";
    }
}
