package io.recio.mainapp.trade;

import io.recio.mainapp.rest.QueryText;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which trades are wanted, in which order; what is absent does not filter.
 *
 * @param state {@code active}, {@code ended} (all that are over), {@code closed} (over with a result) or {@code refused}
 * @param from created at or after, business time
 * @param to created before
 */
record TradeQuery(
        @Nullable String state,
        @Nullable String symbol,
        @Nullable String side,
        @Nullable String outcome,
        @Nullable String strategy,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        String order) {

    private static final String LIVE = "'pending', 'open', 'closing', 'expired'";
    private static final String REFUSED = "'denied', 'rejected', 'missed'";

    private static final Map<String, String> STATES = Map.of(
            "active", "status IN (" + LIVE + ")",
            "ended", "status NOT IN (" + LIVE + ")",
            "closed", "status = 'closed'",
            "refused", "status IN (" + REFUSED + ")");

    private static final Map<String, String> ORDERS = Map.of(
            "-created", "created_at DESC",
            "created", "created_at",
            "-ended", "ended_at DESC NULLS LAST",
            "ended", "ended_at NULLS LAST",
            "-pnl", "pnl DESC NULLS LAST",
            "pnl", "pnl NULLS LAST");

    static TradeQuery of(
            @Nullable String state,
            @Nullable String symbol,
            @Nullable String side,
            @Nullable String outcome,
            @Nullable String strategy,
            @Nullable String from,
            @Nullable String to,
            @Nullable String sort) {
        String order =
                QueryText.choice("sort", sort, ORDERS.keySet().stream().sorted().toList());
        return new TradeQuery(
                QueryText.choice(
                        "state", state, STATES.keySet().stream().sorted().toList()),
                symbol,
                QueryText.choice("side", side, List.of("YES", "NO")),
                QueryText.choice("outcome", outcome, List.of("W", "L", "D")),
                strategy,
                QueryText.time("from", from),
                QueryText.time("to", to),
                ORDERS.get(order == null ? "-created" : order));
    }

    /** SQL after WHERE; fills the list with its parameters, after those already in it. */
    String where(List<Object> parameters) {
        var conditions = new ArrayList<String>();
        if (state != null) {
            conditions.add(STATES.get(state));
        }
        add(conditions, parameters, "symbol =", symbol);
        add(conditions, parameters, "side =", side);
        add(conditions, parameters, "outcome =", outcome);
        add(conditions, parameters, "strategy =", strategy);
        add(conditions, parameters, "created_at >=", from);
        add(conditions, parameters, "created_at <", to);
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    private static void add(
            List<String> conditions, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            parameters.add(value);
            conditions.add(condition + " $" + parameters.size());
        }
    }
}
