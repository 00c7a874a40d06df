package io.recio.autoentry.spike;

import io.recio.domain.price.Momentum;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Database;
import io.recio.storage.Times;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads {@code live_data.price_log}. */
@Singleton
class PostgresMomentumLog implements MomentumLog {

    private final Database database;

    PostgresMomentumLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Reading> between(Symbol symbol, BusinessTime from, BusinessTime to) {
        return database.list(
                row -> new Reading(Times.business(row, "at"), new Momentum(row.getDouble("momentum"))),
                """
                SELECT at, momentum FROM live_data.price_log
                WHERE symbol = $1 AND at > $2 AND at <= $3 AND momentum IS NOT NULL ORDER BY at""",
                symbol.value(),
                Times.column(from),
                Times.column(to));
    }
}
