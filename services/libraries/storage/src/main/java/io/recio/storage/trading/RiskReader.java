package io.recio.storage.trading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.money.Money;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskCalendar;
import io.recio.domain.risk.Unrealised;
import io.recio.domain.risk.Unrealised.Valuation;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeId;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.DomainJson;
import io.recio.storage.system.Installation;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the limits of record are held against (PRODUCT, section 8). */
public final class RiskReader {

    private static final Duration ENTRIES_LOOKED_BACK = Duration.ofMinutes(2);

    /** One statement, because an entry waits for it; a trade ends within days of its beginning, which an index knows. */
    private static final String STANDING = """
        SELECT closed.today, closed.week,
            (SELECT coalesce(json_agg(json_build_object('trade', a.trade_id, 'pnl', a.last_pnl::text,
                    'fresh', a.unrealized_pnl IS NOT NULL AND a.valued_at > clock_timestamp() - interval '5 seconds')),
                    '[]')::text
                FROM trading.active_trades a JOIN trading.trades t ON t.trade_id = a.trade_id
                WHERE t.account = $1 AND t.mode = $2 AND t.status IN ('open', 'closing', 'expired')
                    AND a.last_pnl IS NOT NULL) AS valuations,
            ARRAY(SELECT created_at FROM trading.trades
                WHERE account = $1 AND mode = $2 AND status <> 'denied' AND created_at > $5
                ORDER BY created_at) AS entries,
            coalesce((SELECT balance FROM account.balances
                WHERE account = $1 AND mode = $2 AND exchange_index = $6), 0) AS balance,
            coalesce((SELECT kill_switch FROM trading.risk_state WHERE account = $1 AND mode = $2), false) AS killed
        FROM (
            SELECT coalesce(sum(pnl) FILTER (WHERE ended_at >= $3), 0) AS today, coalesce(sum(pnl), 0) AS week
            FROM trading.trades
            WHERE account = $1 AND mode = $2 AND status = 'closed' AND ended_at >= $4
                AND created_at > $4::timestamptz - interval '14 days') closed\
        """;

    private final Installation installation;

    public RiskReader(Installation installation) {
        this.installation = installation;
    }

    /** The book as it stands: trades at risk, recent entries, balance of the shard, PnL of day and week, kill switch. */
    public RiskBook book(Statements statements, List<Trade> atRisk, int exchangeIndex, BusinessTime now) {
        Row row = statements
                .first(
                        STANDING,
                        installation.account(),
                        installation.mode().text(),
                        Times.column(RiskCalendar.dayStart(now)),
                        Times.column(RiskCalendar.weekStart(now)),
                        Times.column(now.minus(ENTRIES_LOOKED_BACK)),
                        exchangeIndex)
                .orElseThrow();
        Unrealised unrealised = Unrealised.of(atRisk, valuations(row.getString("valuations")));
        return RiskBook.of(
                atRisk,
                Arrays.stream(row.getArrayOfOffsetDateTimes("entries"))
                        .map(at -> BusinessTime.of(at.toInstant()))
                        .toList(),
                Money.of(row.getBigDecimal("balance")),
                Money.of(row.getBigDecimal("today")).plus(unrealised.known()),
                Money.of(row.getBigDecimal("week")).plus(unrealised.known()),
                unrealised,
                row.getBoolean("killed"));
    }

    private static Map<TradeId, Valuation> valuations(String json) {
        Map<TradeId, Valuation> valuations = new HashMap<>();
        try {
            for (JsonNode each : DomainJson.MAPPER.readTree(json)) {
                valuations.put(
                        TradeId.of(each.get("trade").textValue()),
                        new Valuation(
                                Money.of(each.get("pnl").textValue()),
                                each.get("fresh").booleanValue()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("valuations must be JSON, were " + json, e);
        }
        return valuations;
    }

    /** Why entries are halted (an account that does not reconcile); empty when they are not. */
    public Optional<String> halt(Statements statements) {
        return statements
                .first(
                        "SELECT halt_reason FROM trading.risk_state WHERE account = $1 AND mode = $2 AND"
                                + " entries_halted",
                        installation.account(),
                        installation.mode().text())
                .map(row -> Optional.ofNullable(row.getString("halt_reason")).orElse("entries are halted"));
    }
}
