package io.recio.mainapp.decision;

import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code trading.decisions} and {@code trading.auto_entry_state}. */
@Singleton
class DecisionRows {

    private static final String FITTING =
            " FROM trading.decisions WHERE ($1::text IS NULL OR symbol = $1) AND ($2::text IS NULL OR outcome = $2)";

    private final Database database;

    DecisionRows(Database database) {
        this.database = database;
    }

    Page<DecisionView> decisions(@Nullable String symbol, @Nullable String outcome, PageQuery page) {
        long total = database.first("SELECT count(*) AS total" + FITTING, symbol, outcome)
                .orElseThrow()
                .getLong("total");
        return new Page<>(
                database.list(
                        row -> new DecisionView(
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
                                Columns.time(row, "last_at")),
                        """
                        SELECT decision_id, symbol, event_ticker, outcome, ticker, side, reasons, document::text AS document,
                               repeated, business_at, last_at""" + FITTING + " ORDER BY business_at DESC, decision_id LIMIT $3 OFFSET $4",
                        symbol,
                        outcome,
                        page.size(),
                        page.offset()),
                total,
                page.page(),
                page.size());
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
