package io.recio.mainapp.decision;

import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.storage.Database;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads {@code trading.decisions} and {@code trading.auto_entry_state}. */
@Singleton
class DecisionRows {

    private static final String FITTING = " FROM trading.decisions WHERE " + DecisionQuery.WHERE;

    private static final String COLUMNS = """
            SELECT decision_id, symbol, event_ticker, outcome, ticker, side, reasons, document::text AS document,
                   repeated, business_at, last_at""";

    private final Database database;

    DecisionRows(Database database) {
        this.database = database;
    }

    Page<DecisionView> decisions(DecisionQuery query, PageQuery page) {
        Object[] filter = {query.symbol(), query.outcome(), query.reason(), query.ticker(), query.from(), query.to()};
        long total = database.first("SELECT count(*) AS total" + FITTING, filter)
                .orElseThrow()
                .getLong("total");
        Object[] parameters = Arrays.copyOf(filter, filter.length + 2);
        parameters[filter.length] = page.size();
        parameters[filter.length + 1] = page.offset();
        return new Page<>(
                database.list(
                        DecisionRows::decision,
                        COLUMNS + FITTING + " ORDER BY business_at DESC, decision_id LIMIT $7 OFFSET $8",
                        parameters),
                total,
                page.page(),
                page.size());
    }

    /** The decision of that id, if it is still kept. */
    Optional<DecisionView> find(UUID decisionId) {
        return database.first(COLUMNS + " FROM trading.decisions WHERE decision_id = $1", decisionId)
                .map(DecisionRows::decision);
    }

    List<NewestDecisionView> newest() {
        return database.list(
                row -> new NewestDecisionView(
                        row.getUUID("decision_id"),
                        row.getString("symbol"),
                        row.getString("event_ticker"),
                        row.getString("outcome"),
                        Columns.document(row, "refusals"),
                        Columns.document(row, "rows"),
                        Columns.time(row, "business_at")),
                """
                SELECT newest.decision_id, newest.symbol, newest.event_ticker, newest.outcome, newest.business_at,
                       coalesce(newest.document -> 'refusals', '[]')::text AS refusals,
                       coalesce(newest.document -> 'rows', '[]')::text AS rows
                FROM settings.symbols
                CROSS JOIN LATERAL (SELECT * FROM trading.decisions d WHERE d.symbol = symbols.symbol
                                    ORDER BY d.business_at DESC LIMIT 1) newest
                ORDER BY newest.symbol""");
    }

    List<String> reasons() {
        return database.list(row -> row.getString("reason"), """
                SELECT reason FROM (SELECT reasons FROM trading.decisions ORDER BY business_at DESC LIMIT 2000) lately,
                     unnest(reasons) AS reason
                GROUP BY reason ORDER BY count(*) DESC, reason""");
    }

    private static DecisionView decision(Row row) {
        return new DecisionView(
                row.getUUID("decision_id"),
                row.getString("symbol"),
                row.getString("event_ticker"),
                row.getString("outcome"),
                row.getString("ticker"),
                row.getString("side"),
                List.of(row.getArrayOfStrings("reasons")),
                Columns.document(row, "document"),
                row.getInteger("repeated"),
                Columns.time(row, "business_at"),
                Columns.time(row, "last_at"));
    }

    List<AutoEntryView> states() {
        return database.list(
                row -> new AutoEntryView(
                        row.getString("symbol"),
                        row.getString("state"),
                        row.getString("reason"),
                        Columns.timeOrNull(row, "resumes_at"),
                        Columns.time(row, "updated_at")),
                "SELECT symbol, state, reason, resumes_at, updated_at FROM trading.auto_entry_state ORDER BY symbol");
    }
}
