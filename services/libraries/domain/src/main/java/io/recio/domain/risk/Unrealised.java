package io.recio.domain.risk;

import io.recio.domain.money.Money;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeStatus;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all trades at risk would come to if they ended now, and how much worse it may be for those nobody values now.
 *
 * <p>A trade without a fresh valuation counts with its last one, or at cost when it never had one; the distance from there to
 * the loss of all it holds is doubt. Trades past their market's close are told apart: nothing can value them any more, the
 * result is on its way.
 *
 * @param known zero or any sign: the sum of the valuations, and of the last ones known
 * @param doubt never positive: what more may be lost by live trades
 * @param settling never positive: the same of trades whose market has closed
 */
public record Unrealised(Money known, Money doubt, Money settling) {

    public static final Unrealised NONE = new Unrealised(Money.ZERO, Money.ZERO, Money.ZERO);

    /**
     * What the supervisor made of a trade.
     *
     * @param pnl if all that is held were sold, after all fees
     * @param fresh whether that holds now
     */
    public record Valuation(Money pnl, boolean fresh) {}

    public static Unrealised of(Collection<Trade> trades, Map<TradeId, Valuation> valuations) {
        Unrealised sum = NONE;
        for (Trade trade : trades) {
            if (trade.status().isAtRisk() && trade.filled().isPositive()) {
                sum = sum.plus(trade, valuations.get(trade.id()));
            }
        }
        return sum;
    }

    private Unrealised plus(Trade trade, @Nullable Valuation valuation) {
        Money pnl = valuation == null ? atCost(trade) : valuation.pnl();
        if (valuation != null && valuation.fresh()) {
            return new Unrealised(known.plus(pnl), doubt, settling);
        }
        Money worse = trade.pnl().minus(pnl).min(Money.ZERO);
        return trade.status() == TradeStatus.EXPIRED
                ? new Unrealised(known.plus(pnl), doubt, settling.plus(worse))
                : new Unrealised(known.plus(pnl), doubt.plus(worse), settling);
    }

    /** What is held counted at the mean price paid, rounded down. */
    private static Money atCost(Trade trade) {
        long held = Math.multiplyExact(trade.cost().units(), trade.held().units())
                / trade.filled().units();
        return trade.pnl().plus(new Money(held));
    }
}
