package io.recio.mainapp.audit;

import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.Page;
import io.recio.mainapp.rest.PageQuery;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The audit in {@code auth.audit}: each row's hash is the SHA-256 of its own columns and the hash of the row before it,
 * computed by the database over what it stored.
 */
@Singleton
public class AuditLog {

    /** What is hashed of a row; the same text writes and verifies. */
    private static final String HASHED = """
            encode(sha256(convert_to(concat_ws('|', seq, extract(epoch from at), actor, action, facts, previous_hash),
                'UTF8')), 'hex')""";

    private static final String BEGINNING = "0".repeat(64);

    private final Database database;

    AuditLog(Database database) {
        this.database = database;
    }

    /** Appends a row in the caller's transaction, so that action and record stand or fall together. */
    public void record(Statements transaction, String actor, String action, Map<String, ?> facts) {
        transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('auth.audit', 0))");
        transaction.update("""
                INSERT INTO auth.audit (seq, at, actor, action, facts, previous_hash, hash)
                SELECT seq, at, actor, action, facts, previous_hash, %s
                FROM (SELECT coalesce(last.seq, 0) + 1 AS seq, clock_timestamp() AS at, $1::text AS actor,
                             $2::text AS action, $3::text::jsonb AS facts, coalesce(last.hash, $4::text) AS previous_hash
                      FROM (SELECT 1) one
                      LEFT JOIN (SELECT seq, hash FROM auth.audit ORDER BY seq DESC LIMIT 1) last ON true) AS row""".formatted(HASHED), actor, action, DomainJson.write(facts), BEGINNING);
    }

    Page<AuditView> rows(PageQuery query) {
        long total = database.first("SELECT count(*) AS total FROM auth.audit")
                .orElseThrow()
                .getLong("total");
        return new Page<>(
                database.list(
                        row -> new AuditView(
                                row.getLong("seq"),
                                Columns.time(row, "at"),
                                row.getString("actor"),
                                row.getString("action"),
                                Columns.document(row, "facts"),
                                row.getString("hash")),
                        """
                        SELECT seq, at, actor, action, facts::text AS facts, hash
                        FROM auth.audit ORDER BY seq DESC LIMIT $1 OFFSET $2""",
                        query.size(),
                        query.offset()),
                total,
                query.page(),
                query.size());
    }

    AuditVerification verify() {
        return database.first("""
                        SELECT count(*) AS rows,
                               min(seq) FILTER (WHERE seq <> place OR previous_hash <> before OR hash <> %s) AS broken
                        FROM (SELECT *, row_number() OVER (ORDER BY seq) AS place,
                                     lag(hash, 1, $1::text) OVER (ORDER BY seq) AS before
                              FROM auth.audit) AS chain""".formatted(HASHED), BEGINNING)
                .map(row -> new AuditVerification(
                        row.getLong("broken") == null, row.getLong("rows"), row.getLong("broken")))
                .orElseThrow();
    }
}
