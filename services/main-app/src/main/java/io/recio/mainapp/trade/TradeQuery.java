package io.recio.mainapp.trade;

import io.recio.mainapp.rest.QueryText;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which trades are wanted, in which order; what is absent does not filter.
 *
 * @param state {@code active}, {@code ended} (all that are over), {@code closed} (over with a result) or {@code refused}
 * @param hour of the day in New York in which it was created, 0 to 23
 * @param from created at or after, business time
 * @param to created before
 */
record TradeQuery(
        @Nullable String state,
        @Nullable String symbol,
        @Nullable String side,
        @Nullable String outcome,
        @Nullable String strategy,
        @Nullable Integer hour,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        String order) {

    private static final int LAST_HOUR = 23;

    private static final String LIVE = "'pending', 'open', 'closing', 'expired'";
    private static final String REFUSED = "'denied', 'rejected', 'missed'";

    private static final Map<String, String> STATES = Map.of(
            "active", "status IN (" + LIVE + ")",
            "ended", "status NOT IN (" + LIVE + ")",
            "closed", "status = 'closed'",
            "refused", "status IN (" + REFUSED + ")");

    /** Name of a column as the API has it, and in SQL; a hyphen before it turns the order round. */
    private static final Map<String, String> SORTED = Map.of(
            "created", "created_at",
            "ended", "ended_at",
            "pnl", "pnl",
            "fees", "fees",
            "size", "filled",
            "paid", "cost / nullif(filled, 0)",
            "seen", "probability_seen",
            "symbol", "symbol",
            "strategy", "strategy");

    private static final Map<String, String> ORDERS = SORTED.entrySet().stream()
            .flatMap(column -> Stream.of(
                    Map.entry(column.getKey(), column.getValue() + " NULLS LAST"),
                    Map.entry("-" + column.getKey(), column.getValue() + " DESC NULLS LAST")))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    static TradeQuery of(
            @Nullable String state,
            @Nullable String symbol,
            @Nullable String side,
            @Nullable String outcome,
            @Nullable String strategy,
            @Nullable String hour,
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
                hour == null ? null : QueryText.whole("hour", hour, 0, LAST_HOUR, 0),
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
        add(conditions, parameters, "extract(hour FROM created_at AT TIME ZONE 'America/New_York') =", hour);
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
