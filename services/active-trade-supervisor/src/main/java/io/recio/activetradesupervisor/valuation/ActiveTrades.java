package io.recio.activetradesupervisor.valuation;

import io.recio.domain.stop.StopDecision;
import io.recio.domain.stop.StopMemory;
import io.recio.domain.stop.StopReading;
import io.recio.domain.stop.StopVerdict;
import io.recio.domain.trade.TradeId;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code trading.active_trades}: each held trade as last valued, with what the stop rules remember of it. */
@Singleton
public class ActiveTrades {

    private final Database database;

    ActiveTrades(Database database) {
        this.database = database;
    }

    /** A valuation and the verdict on it. */
    public record Supervised(TradeView view, StopDecision decision) {}

    /** What was remembered of each trade before this start. */
    public Map<TradeId, StopMemory> memories() {
        Map<TradeId, StopMemory> memories = new HashMap<>();
        database.query("SELECT trade_id, stop_state::text AS stop_state FROM trading.active_trades")
                .forEach(row -> memories.put(
                        new TradeId(row.getUUID("trade_id")),
                        DomainJson.read(row.getString("stop_state"), StopMemory.class)));
        return memories;
    }

    /** Writes the trades held now and forgets the others. */
    public void replace(Fence fence, List<Supervised> supervised) {
        List<Tuple> rows = supervised.stream().map(ActiveTrades::row).toList();
        UUID[] held = supervised.stream()
                .map(each -> each.view().trade().id().value())
                .toArray(UUID[]::new);
        database.fenced(fence, statements -> {
            int gone = statements.update("DELETE FROM trading.active_trades WHERE trade_id <> ALL ($1)", (Object) held);
            write(statements, rows);
            if (gone > 0 || !rows.isEmpty()) {
                statements.notify(Channels.ACTIVE_TRADES, "");
            }
            return null;
        });
    }

    private static void write(Statements statements, List<Tuple> rows) {
        statements.batch("""
                    INSERT INTO trading.active_trades (trade_id, ticker, spot, buffer, probability, exit_price, unrealized_pnl,
                        stop_state, advice, computed_at, last_pnl, valued_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7::numeric, $8::text::jsonb, $9, $10, $7::numeric,
                        CASE WHEN $7::numeric IS NULL THEN NULL ELSE clock_timestamp() END)
                    ON CONFLICT (trade_id) DO UPDATE SET spot = excluded.spot, buffer = excluded.buffer,
                        probability = excluded.probability, exit_price = excluded.exit_price,
                        unrealized_pnl = excluded.unrealized_pnl, stop_state = excluded.stop_state, advice = excluded.advice,
                        computed_at = excluded.computed_at,
                        last_pnl = coalesce(excluded.last_pnl, active_trades.last_pnl),
                        valued_at = coalesce(excluded.valued_at, active_trades.valued_at)\
                    """, rows);
    }

    private static Tuple row(Supervised supervised) {
        StopReading reading = supervised.view().reading();
        return Tuple.from(Arrays.asList(
                supervised.view().trade().id().value(),
                supervised.view().trade().terms().ticker().value(),
                supervised.view().spot().map(spot -> spot.dollars()).orElse(null),
                reading.buffer().orElse(null),
                reading.probability().map(probability -> probability.value()).orElse(null),
                reading.exitPrice().map(price -> price.dollars()).orElse(null),
                reading.pnl().map(pnl -> pnl.dollars()).orElse(null),
                DomainJson.write(supervised.decision().memory()),
                advice(supervised.decision().verdict()).orElse(null),
                Times.column(reading.now())));
    }

    private static Optional<String> advice(StopVerdict verdict) {
        return switch (verdict) {
            case StopVerdict.Hold hold -> Optional.empty();
            case StopVerdict.Verifying verifying -> Optional.of("VERIFYING until " + verifying.until());
            case StopVerdict.Close close -> Optional.of("CLOSE " + close.reason());
            case StopVerdict.EmergencyHold hold -> Optional.of("EMERGENCY_HOLD " + hold.reason());
        };
    }
}
