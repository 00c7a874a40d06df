package io.recio.coordinator.probability;

import io.recio.coordinator.CoordinatorConfig;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.MoveRow;
import io.recio.domain.probability.MoveTable;
import io.recio.domain.probability.MoveTableBuilder;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Database;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Counts from {@code history.minute_bars} into {@code analytics.move_tables}. */
@Singleton
class PostgresMoveTables implements MoveTables {

    private static final Logger LOG = Logger.getLogger(PostgresMoveTables.class);

    private static final int PAGE = 100_000;

    /** A table counted from less is counted anew at each look: history is still being filled in. */
    private static final long MINUTES_OF_A_DAY = 1_440;

    private final Database database;
    private final CoordinatorConfig config;

    PostgresMoveTables(Database database, CoordinatorConfig config) {
        this.database = database;
        this.config = config;
    }

    /** A stored table. */
    record Document(List<MoveRow> rows) {}

    @Override
    public Optional<MoveTable> stored(Symbol symbol, BusinessTime now) {
        return database.first(
                        """
                        SELECT document::text AS document FROM analytics.move_tables
                        WHERE symbol = $1 AND built_at > $2 AND built_at <= $3 AND minutes >= $4""",
                        symbol.value(),
                        Times.column(now.minus(config.moveTable().rebuildInterval())),
                        Times.column(now),
                        MINUTES_OF_A_DAY)
                .map(row -> table(DomainJson.read(row.getString("document"), Document.class)
                        .rows()));
    }

    @Override
    public MoveTable build(Symbol symbol, BusinessTime now) {
        MoveTableBuilder builder = new MoveTableBuilder(config.moveTable().yearlyWeight());
        long minutes = countMinutes(symbol, now, builder);
        MoveTable table = table(builder.build());
        database.update("""
                INSERT INTO analytics.move_tables (symbol, built_at, minutes, document) VALUES ($1, $2, $3, $4::text::jsonb)
                ON CONFLICT (symbol) DO UPDATE SET built_at = excluded.built_at, minutes = excluded.minutes,
                    document = excluded.document""", symbol.value(), Times.column(now), minutes, DomainJson.write(new Document(table.rows())));
        LOG.infof("Move table counted symbol=%s minutes=%d", symbol, minutes);
        return table;
    }

    private MoveTable table(List<MoveRow> rows) {
        return new MoveTable(rows, config.moveTable().leastSamples());
    }

    private long countMinutes(Symbol symbol, BusinessTime now, MoveTableBuilder builder) {
        BusinessTime from = BusinessTime.ofEpochSecond(0);
        long minutes = 0;
        while (true) {
            RowSet<Row> page = database.query("""
                    SELECT opened_at, close FROM history.minute_bars
                    WHERE symbol = $1 AND opened_at > $2 AND opened_at <= $3 ORDER BY opened_at LIMIT $4""", symbol.value(), Times.column(from), Times.column(now), PAGE);
            for (Row row : page) {
                from = Times.business(row, "opened_at");
                builder.add(from, SpotPrice.of(row.getBigDecimal("close")));
                minutes++;
            }
            if (page.size() < PAGE) {
                return minutes;
            }
        }
    }
}
