package io.recio.mainapp.decision;

import io.recio.mainapp.rest.ProblemException;
import io.recio.mainapp.rest.QueryText;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are wanted; what is absent does not filter.
 *
 * @param outcome entry or refused
 * @param reason a code such as {@code PROBABILITY_BELOW_MINIMUM}
 * @param ticker decided on, or among the rows that were looked at
 * @param from decided at or after, business time
 * @param to decided before
 */
record DecisionQuery(
        @Nullable String symbol,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String ticker,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to) {

    /** SQL after WHERE, of parameters 1 to 6. */
    static final String WHERE = """
            ($1::text IS NULL OR symbol = $1) AND ($2::text IS NULL OR outcome = $2)
            AND ($3::text IS NULL OR $3 = ANY(reasons))
            AND ($4::text IS NULL OR ticker = $4
                 OR document @> jsonb_build_object('rows', jsonb_build_array(jsonb_build_object('facts', jsonb_build_object('ticker', $4)))))
            AND ($5::timestamptz IS NULL OR business_at >= $5) AND ($6::timestamptz IS NULL OR business_at < $6)""";

    static DecisionQuery of(
            @Nullable String symbol,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String ticker,
            @Nullable String from,
            @Nullable String to) {
        if (reason != null && !reason.matches("[A-Z_]{2,60}")) {
            throw ProblemException.field("reason", "a code in capitals", reason);
        }
        return new DecisionQuery(
                symbol,
                QueryText.choice("outcome", outcome, List.of("entry", "refused")),
                reason,
                ticker,
                QueryText.time("from", from),
                QueryText.time("to", to));
    }
}
