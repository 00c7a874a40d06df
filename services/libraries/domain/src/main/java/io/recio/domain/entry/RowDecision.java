package io.recio.domain.entry;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.probability.Probability;
import io.recio.domain.risk.RiskRequest;
import io.recio.domain.striketable.Edge;
import java.util.List;

/** What is decided on one row of the watchlist; the side is always the one in the money. */
public sealed interface RowDecision {

    MarketTicker ticker();

    Side side();

    /**
     * Ask for an entry.
     *
     * @param ask seen
     * @param netDiff at the ask, after fees
     * @param request with the count, the price cap and the estimated fee
     */
    record Enter(
            MarketTicker ticker, Side side, Probability probability, Price ask, Edge netDiff, RiskRequest.Entry request)
            implements RowDecision {}

    /**
     * Why not: every reason that holds, in the order of the checks. It may be empty when only a reason that stops all rows
     * holds.
     */
    record Refused(MarketTicker ticker, Side side, List<Refusal> refusals) implements RowDecision {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
